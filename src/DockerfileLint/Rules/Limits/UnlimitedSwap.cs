using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4005")]
internal sealed partial class UnlimitedSwap : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            context.Target == ComposeTarget.Compose
            && service.GetText("memswap_limit") is { Value: "-1", Certainty: not Certainty.Unknown } limit
        )
        {
            context.Report(limit.Span, Message(service: service.Name));
        }
    }
}
