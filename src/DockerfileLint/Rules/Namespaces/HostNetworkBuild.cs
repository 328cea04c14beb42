using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2014")]
internal sealed partial class HostNetworkBuild : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Build is not { } build)
        {
            return;
        }

        if (build.Network is { } network && network.IsCertainly("host"))
        {
            context.Report(network.Span, Message(service: service.Name));
        }

        foreach (Fact<string> entitlement in build.Entitlements)
        {
            if (entitlement.IsCertainly("network.host"))
            {
                context.Report(
                    entitlement.Span,
                    MessageEntitlement(service: service.Name, entitlement: entitlement.DisplayText)
                );
            }
        }
    }
}
