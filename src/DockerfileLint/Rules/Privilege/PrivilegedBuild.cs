using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3012")]
internal sealed partial class PrivilegedBuild : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Build is not { } build)
        {
            return;
        }

        if (build.Privileged is { Value: true } privileged)
        {
            context.Report(privileged.Span, Message(service: service.Name));
        }

        foreach (Fact<string> entitlement in build.Entitlements)
        {
            if (entitlement is { Value: "security.insecure", Certainty: not Certainty.Unknown })
            {
                context.Report(
                    entitlement.Span,
                    MessageEntitlement(service: service.Name, entitlement: entitlement.Value)
                );
            }
        }
    }
}
