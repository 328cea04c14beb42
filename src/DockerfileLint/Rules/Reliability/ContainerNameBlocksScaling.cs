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
            || service.GetText("container_name") is not { Value.Length: > 0 } name
        )
        {
            return;
        }

        Fact<string>? scale = service.GetText("deploy", "replicas") ?? service.GetText("scale");
        if (
            scale is { Certainty: not Certainty.Unknown }
            && int.TryParse(scale.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count > 1
        )
        {
            var related = new RelatedLocation(new Location(scale.Span), $"It is to run {count} times.");
            context.Report(
                name.Span,
                Message(service: service.Name, name: name.Value, count: scale.Value),
                related: [related]
            );
        }
    }
}
