using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2001")]
internal sealed partial class HostPidNamespace : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Pid is { } setting && setting.IsHost.IsCertainly(true))
        {
            context.Report(
                setting.Span,
                setting.TargetName is { } target
                    ? MessageJoined(service: service.Name, target: target.DisplayText)
                    : Message(service: service.Name)
            );
        }
    }
}
