using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4006")]
internal sealed partial class OomKillerDisabled : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // A swarm takes neither key.
        if (context.Target == ComposeTarget.Swarm)
        {
            return;
        }

        if (service.GetBoolean("oom_kill_disable") is { } disabled && disabled.IsCertainly(true))
        {
            if (service.GetLimits(context.Target).Memory is null)
            {
                context.Report(disabled.Span, Message(service: service.Name));
            }
            else
            {
                context.Report(disabled.Span, MessageLimited(service: service.Name), LimitedTier);
            }
        }

        if (service.GetText("oom_score_adj") is { } score && score.IsCertainly("-1000"))
        {
            context.Report(score.Span, MessageScore(service: service.Name, score: score.DisplayText));
        }
    }
}
