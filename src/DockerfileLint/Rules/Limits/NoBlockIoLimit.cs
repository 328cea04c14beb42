using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4004")]
internal sealed partial class NoBlockIoLimit : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.IsComplete && !BlockIoLimits.AreSet(service))
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }
}
