using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4013")]
internal sealed partial class LogsDiscarded : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.GetText("logging", "driver") is { } driver && driver.IsCertainly("none"))
        {
            context.Report(driver.Span, Message(service: service.Name));
        }
    }
}
