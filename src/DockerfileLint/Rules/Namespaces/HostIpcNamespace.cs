using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2002")]
internal sealed partial class HostIpcNamespace : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Ipc is not { } setting)
        {
            return;
        }

        if (setting.IsHost.IsCertainly(true))
        {
            context.Report(
                setting.Span,
                setting.TargetName is { } target
                    ? MessageJoined(service: service.Name, target: target.DisplayText)
                    : Message(service: service.Name)
            );
        }
        else if (
            setting.Mode.IsCertainly(NamespaceMode.Shareable)
            && !context.Model.Services.Any(other => other.Ipc?.Target == service)
        )
        {
            context.Report(setting.Span, MessageShareable(service: service.Name), ShareableTier);
        }
    }
}
