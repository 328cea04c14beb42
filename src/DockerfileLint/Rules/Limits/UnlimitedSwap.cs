using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4005")]
internal sealed partial class UnlimitedSwap : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            context.Target == ComposeTarget.Compose
            && service.GetText("memswap_limit") is { } limit
            && limit.IsCertainly("-1")
        )
        {
            context.Report(limit.Span, Message(service: service.Name));
        }
    }
}
