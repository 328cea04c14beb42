using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Exposure;

[Rule("DC5002")]
internal sealed partial class AdminPortPublished : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ServicePort port in service.GetPublishedPorts())
        {
            // The container's port tells what listens; what it is called outside is the author's choice.
            if (
                port.IsOnAllInterfaces()
                && port.Target.GetRange() is { } target
                && KnownPorts.FindAdminService(target.First, target.Last) is { } software
            )
            {
                context.Report(port.Span, Message(service: service.Name, port: port.Describe(), software: software));
            }
        }
    }
}
