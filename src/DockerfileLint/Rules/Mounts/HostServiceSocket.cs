using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2016")]
internal sealed partial class HostServiceSocket : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (
                mount is { HostPath: { } path, Source: { } source }
                && path.TryGetValue(out string? socket)
                && HostPaths.IsServiceSocket(socket)
            )
            {
                context.Report(source.Span, Message(service: service.Name, socket: socket));
            }
        }

        foreach (ComposeFileSource file in ComposeFileSource.Read(service))
        {
            if (file.HostPath.TryGetValue(out string? socket) && HostPaths.IsServiceSocket(socket))
            {
                context.Report(file.Path.Span, Message(service: service.Name, socket: socket));
            }
        }
    }
}
