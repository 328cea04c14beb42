using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5012")]
internal sealed partial class ComposeLeakedImageId : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Image is { } image && image.Text.Whole.IsCertainly(text => ImageIds.IsImageId(text.AsSpan())))
        {
            context.Report(image.Span, MessageImage(service: service.Name));
        }

        foreach (ComposeKeyValue entry in service.GetAllKeyValues())
        {
            if (
                entry.Text is { } text
                && text.TryGetValue(out string? value)
                && ImageIds.Find(entry.Name, value.AsSpan()) is { } id
            )
            {
                context.Report(text.GetSourceSpan(id), Message(service: service.Name, name: entry.Name));
            }
        }
    }
}
