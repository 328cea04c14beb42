using System.Globalization;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Values;

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

        Compare(service, "cpus", "limits", "cpus", ParseNumber, context);
        Compare(service, "mem_limit", "limits", "memory", ParseBytes, context);
        Compare(service, "pids_limit", "limits", "pids", ParseNumber, context);
        Compare(service, "mem_reservation", "reservations", "memory", ParseBytes, context);
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
            service.GetText(key) is not { Certainty: not Certainty.Unknown } own
            || parse(own.Value) is not { } ownValue
            || ownValue == 0
            || service.Value.FindPath("deploy", "resources", block) is not ComposeMapping limits
        )
        {
            return;
        }

        string path = $"deploy.resources.{block}.{deployKey}";
        if (limits.GetScalar(deployKey) is not { } other)
        {
            context.Report(own.Span, MessageMissing(service: service.Name, key: key, path: path));
        }
        else if (
            other.Text.Certainty != Certainty.Unknown
            && parse(other.Text.Text) is { } otherValue
            && Math.Abs(otherValue - ownValue) > 1e-9 * Math.Abs(ownValue)
        )
        {
            context.Report(
                own.Span,
                Message(service: service.Name, key: key, value: own.Value, path: path, other: other.Text.Text)
            );
        }
    }

    private static double? ParseBytes(string text) => ByteSize.TryParse(text, out double bytes) ? bytes : null;

    private static double? ParseNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
