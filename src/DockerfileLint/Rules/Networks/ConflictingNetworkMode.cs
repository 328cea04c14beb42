using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Networks;

[Rule("DC1010")]
internal sealed partial class ConflictingNetworkMode : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (context.Target == ComposeTarget.Swarm)
        {
            // A stack ignores the mode.
            return;
        }

        bool hasNetworks =
            service.Value.FindPath("networks")
            is ComposeMapping { Entries.Count: > 0 }
                or ComposeSequence { Items.Count: > 0 };
        if (
            hasNetworks
            && service.GetText("network_mode") is { Certainty: not Certainty.Unknown, Value.Length: > 0 } mode
        )
        {
            context.Report(mode.Span, Message(service: service.Name, mode: mode.Value));
        }
    }
}
