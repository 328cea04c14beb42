using System.Globalization;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4010")]
internal sealed partial class UnboundedRestart : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            RestartPolicy.Read(service, context.Target) is { } policy
            && policy.Restarts.IsCertainly(true)
            && (
                policy.Attempts is not { } attempts
                || (attempts.TryGetValue(out int count) && (count == 0 || count > Maximum(context)))
            )
        )
        {
            context.Report(
                policy.Condition.Span,
                Message(
                    service: service.Name,
                    maximum: Maximum(context).ToString(CultureInfo.InvariantCulture),
                    policy: policy.Condition.DisplayText
                )
            );
        }
    }
}
