using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2009")]
internal sealed partial class EngineSocketMounted : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (mount.Source is not { } source)
            {
                continue;
            }

            // The folder of a user's own engine may come from a variable.
            if (mount.HostPath is { } path && HostPaths.IsEngineSocket(path.DisplayText))
            {
                context.Report(source.Span, Message(service: service.Name, socket: path.DisplayText));
            }
            else if (
                !source.TryGetValue(out _)
                && mount.Target.TryGetValue(out string? target)
                && HostPaths.IsEngineSocket(target)
            )
            {
                // Wherever the variable leads, nothing else is mounted at a socket's place.
                context.Report(source.Span, Message(service: service.Name, socket: target));
            }
        }

        foreach (ComposeFileSource file in ComposeFileSource.Read(service))
        {
            if (HostPaths.IsEngineSocket(file.HostPath.DisplayText))
            {
                context.Report(file.Path.Span, Message(service: service.Name, socket: file.HostPath.DisplayText));
            }
        }
    }
}
