using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2001")]
internal sealed partial class HostPidNamespace : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Pid is { IsHost: true } setting && setting.IsCertain)
        {
            context.Report(
                setting.Span,
                setting.TargetName is { } target
                    ? MessageJoined(service: service.Name, target: target)
                    : Message(service: service.Name)
            );
        }
    }
}
