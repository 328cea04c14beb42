using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC1007")]
internal sealed partial class ConflictingLimits : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (context.Target == ComposeTarget.Swarm)
        {
            // A stack has only the limits of deploy, so that nothing is compared.
            return;
        }

        Compare(service, "cpus", "limits", "cpus", Facts.ParseNumber, context);
        Compare(service, "mem_limit", "limits", "memory", Facts.ParseBytes, context);
        Compare(service, "pids_limit", "limits", "pids", Facts.ParseNumber, context);
        Compare(service, "mem_reservation", "reservations", "memory", Facts.ParseBytes, context);
    }

    /// <summary>
    /// Compose compares as soon as there is a block below deploy; what the block lacks counts as 0, and a 0 of the
    /// service is never compared.
    /// </summary>
    private static void Compare(
        Service service,
        string key,
        string block,
        string deployKey,
        Func<string, double?> parse,
        ComposeRuleContext context
    )
    {
        if (
            service.GetText(key)?.Parse(parse) is not { } own
            || !own.TryGetValue(out double ownValue)
            || ownValue == 0
            || service.Value.FindPath("deploy", "resources", block) is not ComposeMapping limits
        )
        {
            return;
        }

        string path = $"deploy.resources.{block}.{deployKey}";
        if (limits.GetScalar(deployKey)?.Text.Whole is not { } other)
        {
            context.Report(own.Span, MessageMissing(service: service.Name, key: key, path: path));
        }
        else if (
            other.Parse(parse).TryGetValue(out double otherValue)
            && Math.Abs(otherValue - ownValue) > 1e-9 * Math.Abs(ownValue)
        )
        {
            context.Report(
                own.Span,
                Message(service: service.Name, key: key, value: own.DisplayText, path: path, other: other.DisplayText)
            );
        }
    }
}
