using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Secrets;

[Rule("DC5012")]
internal sealed partial class ComposeLeakedImageId : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Image is { } image && ImageIds.IsImageId(image.Text.Text.AsSpan()))
        {
            context.Report(image.Span, MessageImage(service: service.Name, id: image.Text.Text));
        }

        foreach (ComposeKeyValue entry in service.GetAllKeyValues())
        {
            if (
                entry.Text is { Certainty: not Certainty.Unknown } text
                && ImageIds.Find(entry.Name, text.Text.AsSpan()) is { } id
            )
            {
                context.Report(
                    text.GetSourceSpan(id),
                    Message(service: service.Name, name: entry.Name, id: text.Text.Substring(id.Start, id.Length))
                );
            }
        }
    }
}
