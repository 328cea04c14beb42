using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4003")]
internal sealed partial class NoPidsLimit : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.IsComplete && service.GetLimits(context.Target).Pids is null)
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }
}
