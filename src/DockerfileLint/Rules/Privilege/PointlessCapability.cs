using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3016")]
internal sealed partial class PointlessCapability : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Privileged is { Value: true })
        {
            foreach (Fact<string> capability in service.DroppedCapabilities.Concat(service.AddedCapabilities))
            {
                context.Report(capability.Span, MessagePrivileged(service: service.Name, capability: capability.Value));
            }

            return;
        }

        if (
            !service.IsComplete
            || service.DroppedCapabilities.Any(capability =>
                capability.Value == Capabilities.All || capability.Certainty == Certainty.Unknown
            )
        )
        {
            return;
        }

        foreach (Fact<string> capability in service.AddedCapabilities)
        {
            if (
                capability.Certainty != Certainty.Unknown
                && Capabilities.IsDefault(capability.Value)
                && !service.DroppedCapabilities.Any(dropped => dropped.Value == capability.Value)
            )
            {
                context.Report(capability.Span, Message(service: service.Name, capability: capability.Value));
            }
        }
    }
}
