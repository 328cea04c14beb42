using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2003")]
internal sealed partial class HostNetwork : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Network is { } setting)
        {
            if (setting.IsHost.IsCertainly(true))
            {
                context.Report(
                    setting.Span,
                    setting.TargetName is { } target
                        ? MessageJoined(service: service.Name, target: target.DisplayText)
                        : Message(service: service.Name)
                );
            }

            return;
        }

        foreach ((string name, SourceSpan span) in HostNetworks.Find(service))
        {
            context.Report(span, MessageExternal(service: service.Name, network: name));
        }
    }
}
