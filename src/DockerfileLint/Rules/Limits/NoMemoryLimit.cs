using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4001")]
internal sealed partial class NoMemoryLimit : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.IsComplete && service.GetLimits(context.Target).Memory is null)
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }
}
