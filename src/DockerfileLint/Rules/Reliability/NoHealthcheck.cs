using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Reliability;

[Rule("DC6001")]
internal sealed partial class NoHealthcheck : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        // A job is done when it ends; its exit code is its health.
        if (
            service.IsComplete
            && service.Value.GetMapping("healthcheck") is null
            && !ServiceJobs.Of(context.Model).Contains(service)
            && context.Project.FindContainer(service.Name)?.Healthcheck.IsCertainly(value: true) != true
        )
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }
}
