using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3004")]
internal sealed partial class CapabilitiesNotDropped : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.IsComplete && KeepsCapabilities(service))
        {
            context.Report(
                service.NameSpan,
                service.DroppedCapabilities.Any() ? MessageSome(service: service.Name) : Message(service: service.Name)
            );
        }
    }

    // A privileged container has them all whatever it drops, and that is worse.
    internal static bool KeepsCapabilities(Service service) =>
        !service.Privileged.IsCertainly(true)
        && !service.DroppedCapabilities.Any(capability => capability.MayBe(Capabilities.All));
}
