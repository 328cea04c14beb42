using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2002")]
internal sealed partial class HostIpcNamespace : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Ipc is not { IsCertain: true } setting)
        {
            return;
        }

        if (setting.IsHost)
        {
            context.Report(
                setting.Span,
                setting.TargetName is { } target
                    ? MessageJoined(service: service.Name, target: target)
                    : Message(service: service.Name)
            );
        }
        else if (
            setting.Mode == NamespaceMode.Shareable
            && !context.Model.Services.Any(other => other.Ipc?.Target == service)
        )
        {
            context.Report(setting.Span, MessageShareable(service: service.Name), ShareableTier);
        }
    }
}
