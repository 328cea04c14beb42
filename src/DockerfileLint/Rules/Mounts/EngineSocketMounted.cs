using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2009")]
internal sealed partial class EngineSocketMounted : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (mount.Source is not { } source)
            {
                continue;
            }

            if (mount.HostPath is { } path && HostPaths.IsEngineSocket(path.Value))
            {
                context.Report(source.Span, Message(service: service.Name, socket: path.Value));
            }
            else if (
                source.Certainty == Certainty.Unknown
                && mount.Target is { Certainty: not Certainty.Unknown } target
                && HostPaths.IsEngineSocket(target.Value)
            )
            {
                // Wherever the variable leads, nothing else is mounted at a socket's place.
                context.Report(source.Span, Message(service: service.Name, socket: target.Value));
            }
        }
    }
}
