using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Reliability;

[Rule("DC6003")]
internal sealed partial class NoRestartPolicy : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // Swarm restarts unless it is told not to.
        if (
            service.IsComplete
            && context.Target == ComposeTarget.Compose
            && service.GetText("restart") is null
            && service.Value.GetMapping("deploy", "restart_policy") is null
            && !ServiceJobs.Of(context.Model).Contains(service)
        )
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }
}
