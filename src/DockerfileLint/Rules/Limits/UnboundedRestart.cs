using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4010")]
internal sealed partial class UnboundedRestart : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            RestartPolicy.Read(service, context.Target)
                is { Restarts: true, Condition: { Certainty: not Certainty.Unknown } condition } policy
            && (policy.Attempts is null || policy.Attempts > Maximum(context))
        )
        {
            context.Report(condition.Span, Message(service: service.Name, policy: condition.Value));
        }
    }
}
