using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2014")]
internal sealed partial class HostNetworkBuild : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Build is not { } build)
        {
            return;
        }

        if (build.Network is { Value: "host", Certainty: not Certainty.Unknown } network)
        {
            context.Report(network.Span, Message(service: service.Name));
        }

        foreach (Fact<string> entitlement in build.Entitlements)
        {
            if (entitlement is { Value: "network.host", Certainty: not Certainty.Unknown })
            {
                context.Report(
                    entitlement.Span,
                    MessageEntitlement(service: service.Name, entitlement: entitlement.Value)
                );
            }
        }
    }
}
