using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Privilege;

[Rule("DC3013")]
internal sealed partial class WritableRootFilesystem : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (service.ReadOnly is { } readOnly)
        {
            if (readOnly.IsCertainly(false))
            {
                context.Report(readOnly.Span, Message(service: service.Name));
            }
        }
        else if (service.IsComplete)
        {
            context.Report(service.NameSpan, Message(service: service.Name));
        }
    }
}
