using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2015")]
internal sealed partial class HostDataMounted : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (mount is not { HostPath: { } hostPath, Source: { } source })
            {
                continue;
            }

            // The home folder mostly comes from a variable.
            string path = hostPath.DisplayText;
            bool isReadOnly = mount.IsReadOnly.IsCertainly(true);
            if (HostPaths.IsEngineSocket(path))
            {
                continue;
            }

            if (HostPaths.IsCredentials(path))
            {
                context.Report(
                    source.Span,
                    MessageCredentials(service: service.Name, path: path),
                    isReadOnly ? ReadOnlyTier : null
                );
            }
            else if (HostPaths.IsData(path))
            {
                context.Report(
                    source.Span,
                    isReadOnly
                        ? MessageReadOnly(service: service.Name, path: path)
                        : Message(service: service.Name, path: path),
                    isReadOnly ? ReadOnlyTier : null
                );
            }
        }
    }
}
