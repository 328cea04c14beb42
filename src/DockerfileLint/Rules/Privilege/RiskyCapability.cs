using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3017")]
internal sealed partial class RiskyCapability : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Fact<string> capability in service.AddedCapabilities)
        {
            if (capability.Certainty == Certainty.Unknown || !Capabilities.IsRisky(capability.Value))
            {
                continue;
            }

            if (Capabilities.IsContained(capability.Value, service))
            {
                context.Report(
                    capability.Span,
                    MessageContained(service: service.Name, capability: capability.Value),
                    ContainedTier
                );
            }
            else
            {
                context.Report(capability.Span, Message(service: service.Name, capability: capability.Value));
            }
        }
    }
}
