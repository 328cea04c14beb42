using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4007")]
internal sealed partial class UnboundedLogs : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (
            service.GetText("logging", "driver") is { } driver
            && driver.IsCertainly("json-file")
            && (service.GetText("logging", "options", "max-size") is not { } size || size.IsCertainly("-1"))
        )
        {
            context.Report(driver.Span, Message(service: service.Name, driver: driver.DisplayText));
        }
    }
}
