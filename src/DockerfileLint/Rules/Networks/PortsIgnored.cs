using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Networks;

[Rule("DC1014")]
internal sealed partial class PortsIgnored : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // A stack ignores network_mode instead.
        if (
            context.Target == ComposeTarget.Swarm
            || !service.GetText("network_mode").TryGetValue(out string? mode)
            || service.Value.Find("ports") is not { } ports
            || service.GetItems("ports").Count == 0
        )
        {
            return;
        }

        if (mode is "host" or "none")
        {
            context.Report(ports.NameSpan, Message(service: service.Name, mode: mode));
        }
        else if (
            mode.StartsWith("service:", StringComparison.Ordinal)
            || mode.StartsWith("container:", StringComparison.Ordinal)
        )
        {
            context.Report(ports.NameSpan, MessageJoined(service: service.Name, mode: mode));
        }
    }
}
