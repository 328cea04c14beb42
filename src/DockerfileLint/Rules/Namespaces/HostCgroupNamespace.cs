using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Namespaces;

[Rule("DC2006")]
internal sealed partial class HostCgroupNamespace : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.CgroupNamespace is { } setting && setting.IsHost.IsCertainly(true))
        {
            context.Report(setting.Span, Message(service: service.Name));
        }
    }
}
