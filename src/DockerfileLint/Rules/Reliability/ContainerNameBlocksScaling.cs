using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Reliability;

[Rule("DC6004")]
internal sealed partial class ContainerNameBlocksScaling : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // Swarm ignores the name.
        if (
            context.Target != ComposeTarget.Compose
            || service.GetText("container_name") is not { } name
            || !name.MayBe(text => text.Length > 0)
        )
        {
            return;
        }

        Fact<string>? scale = service.GetText("deploy", "replicas") ?? service.GetText("scale");
        if (
            scale is { } replicas
            && replicas.TryGetValue(out string? text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count > 1
        )
        {
            var related = new RelatedLocation(replicas.Span, $"It is to run {count} times.");
            context.Report(
                name.Span,
                Message(service: service.Name, name: name.DisplayText, count: text),
                related: [related]
            );
        }
    }
}
