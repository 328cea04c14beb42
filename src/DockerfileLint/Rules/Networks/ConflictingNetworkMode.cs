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
        if (hasNetworks && service.GetText("network_mode") is { } mode && mode.IsCertainly(name => name.Length > 0))
        {
            context.Report(mode.Span, Message(service: service.Name, mode: mode.DisplayText));
        }
    }
}
