using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2003")]
internal sealed partial class HostNetwork : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Network is { } setting && setting.IsHost.IsCertainly(true))
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
