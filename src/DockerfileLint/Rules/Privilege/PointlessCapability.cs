using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3016")]
internal sealed partial class PointlessCapability : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Privileged.IsCertainly(true))
        {
            foreach (Fact<string> capability in service.DroppedCapabilities.Concat(service.AddedCapabilities))
            {
                context.Report(
                    capability.Span,
                    MessagePrivileged(service: service.Name, capability: capability.DisplayText)
                );
            }

            return;
        }

        if (!service.IsComplete || service.DroppedCapabilities.Any(capability => capability.MayBe(Capabilities.All)))
        {
            return;
        }

        foreach (Fact<string> capability in service.AddedCapabilities)
        {
            if (
                capability.TryGetValue(out string? name)
                && Capabilities.IsDefault(name)
                && !service.DroppedCapabilities.Any(dropped => dropped.IsCertainly(name))
            )
            {
                context.Report(capability.Span, Message(service: service.Name, capability: name));
            }
        }
    }
}
