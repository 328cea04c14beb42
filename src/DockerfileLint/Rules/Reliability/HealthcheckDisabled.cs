using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Reliability;

[Rule("DC6002")]
internal sealed partial class HealthcheckDisabled : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.GetBoolean("healthcheck", "disable") is { } disable && disable.IsCertainly(true))
        {
            context.Report(disable.Span, Message(service: service.Name));
            return;
        }

        Fact<string> none = service.GetTexts("healthcheck", "test").FirstOrDefault();
        if (!none.IsCertainly("NONE"))
        {
            return;
        }

        if (service.Value.FindPath("healthcheck", "test") is ComposeSequence)
        {
            context.Report(none.Span, Message(service: service.Name));
        }
        else
        {
            context.Report(none.Span, MessageCommand(service: service.Name), CommandTier);
        }
    }
}
