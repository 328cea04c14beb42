using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4002")]
internal sealed partial class NoCpuLimit : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.IsComplete && service.GetLimits(context.Target).Cpus is null)
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }
}
