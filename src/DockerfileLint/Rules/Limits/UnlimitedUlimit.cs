using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Limits;

[Rule("DC4009")]
internal sealed partial class UnlimitedUlimit : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Ulimit limit in Ulimit.Read(service))
        {
            if (limit.IsUnbounded)
            {
                context.Report(limit.Hard.Span, Message(service: service.Name, resource: limit.Name));
            }
        }
    }
}
