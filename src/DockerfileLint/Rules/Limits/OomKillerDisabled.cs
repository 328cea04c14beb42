using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4006")]
internal sealed partial class OomKillerDisabled : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // A swarm takes neither key.
        if (context.Target == ComposeTarget.Swarm)
        {
            return;
        }

        if (service.GetBoolean("oom_kill_disable") is { Value: true } disabled)
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

        if (service.GetText("oom_score_adj") is { Value: "-1000", Certainty: not Certainty.Unknown } score)
        {
            context.Report(score.Span, MessageScore(service: service.Name, score: score.Value));
        }
    }
}
