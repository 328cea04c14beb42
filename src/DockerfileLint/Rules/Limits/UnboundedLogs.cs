using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4007")]
internal sealed partial class UnboundedLogs : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        Fact<string>? driver = service.GetText("logging", "driver");
        if (
            driver is { Value: "json-file", Certainty: not Certainty.Unknown }
            && service.GetText("logging", "options", "max-size") is null or { Value: "-1" }
        )
        {
            context.Report(driver.Span, Message(service: service.Name, driver: driver.Value));
        }
    }
}
