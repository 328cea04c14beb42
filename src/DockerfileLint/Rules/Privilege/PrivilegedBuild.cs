using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3012")]
internal sealed partial class PrivilegedBuild : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Build is not { } build)
        {
            return;
        }

        if (build.Privileged is { } privileged && privileged.IsCertainly(true))
        {
            context.Report(privileged.Span, Message(service: service.Name));
        }

        foreach (Fact<string> entitlement in build.Entitlements)
        {
            if (entitlement.IsCertainly("security.insecure"))
            {
                context.Report(
                    entitlement.Span,
                    MessageEntitlement(service: service.Name, entitlement: entitlement.DisplayText)
                );
            }
        }
    }
}
