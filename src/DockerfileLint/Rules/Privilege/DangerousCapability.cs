using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3003", CapabilityDanger.Escape)]
[Rule("DC3017", CapabilityDanger.Reach)]
internal sealed partial class DangerousCapability(CapabilityDanger danger) : GrantRule
{
    private readonly CapabilityDanger _danger = danger;

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Fact<string> capability in service.AddedCapabilities)
        {
            if (!capability.TryGetValue(out string? name) || Capabilities.GetDanger(name) != _danger)
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
