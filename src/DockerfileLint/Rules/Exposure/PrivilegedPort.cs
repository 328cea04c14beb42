using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Exposure;

[Rule("DC5003")]
internal sealed partial class PrivilegedPort : GrantRule
{
    private const int FirstUnprivileged = 1024;

    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (ServicePort port in service.GetPublishedPorts())
        {
            if (IsPrivileged(port.Published))
            {
                context.Report(port.Span, Message(service: service.Name, port: port.Published!.Value.DisplayText));
            }
            else if (IsPrivileged(port.Target) && IncludeContainerPort(context))
            {
                context.Report(
                    port.Span,
                    MessageContainer(service: service.Name, port: port.Target!.Value.DisplayText)
                );
            }
        }
    }

    // Port 0 leaves the choice to the engine.
    private static bool IsPrivileged(Fact<string>? ports) => ports.GetRange() is { First: > 0 and < FirstUnprivileged };
}
