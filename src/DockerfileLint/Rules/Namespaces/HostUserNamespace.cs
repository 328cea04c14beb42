using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2005")]
internal sealed partial class HostUserNamespace : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.UserNamespace is { } setting && setting.IsHost.IsCertainly(true))
        {
            context.Report(setting.Span, Message(service: service.Name));
        }
    }
}
