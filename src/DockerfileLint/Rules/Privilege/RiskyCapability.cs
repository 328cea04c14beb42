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
            if (!capability.TryGetValue(out string? name) || !Capabilities.IsRisky(name))
            {
                continue;
            }

            if (Capabilities.IsContained(name, service))
            {
                context.Report(
                    capability.Span,
                    MessageContained(service: service.Name, capability: name),
                    ContainedTier
                );
            }
            else
            {
                context.Report(capability.Span, Message(service: service.Name, capability: name));
            }
        }
    }
}
