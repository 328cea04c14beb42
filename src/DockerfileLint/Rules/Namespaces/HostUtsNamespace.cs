using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2004")]
internal sealed partial class HostUtsNamespace : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.Uts is { } setting && setting.IsHost.IsCertainly(true))
        {
            context.Report(setting.Span, Message(service: service.Name));
        }
    }
}
