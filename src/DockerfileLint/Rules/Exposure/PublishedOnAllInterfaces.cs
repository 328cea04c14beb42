using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Exposure;

[Rule("DC5001")]
internal sealed partial class PublishedOnAllInterfaces : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        if (context.Target == ComposeTarget.Swarm)
        {
            // Swarm publishes on each address of its nodes and takes no other.
            return;
        }

        foreach (ServicePort port in service.GetPublishedPorts())
        {
            if (port.IsOnAllInterfaces())
            {
                context.Report(port.Span, Message(service: service.Name, port: port.Describe()));
            }
        }
    }
}
