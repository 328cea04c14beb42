using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2010")]
internal sealed partial class EngineApiEnabled : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.UsesApiSocket is { } setting && setting.IsCertainly(true))
        {
            context.Report(setting.Span, Message(service: service.Name));
        }
    }
}
