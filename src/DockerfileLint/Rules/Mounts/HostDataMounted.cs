using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2015")]
internal sealed partial class HostDataMounted : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (mount is not { HostPath: { } path, Source: { } source } || HostPaths.IsEngineSocket(path.Value))
            {
                continue;
            }

            if (HostPaths.IsCredentials(path.Value))
            {
                context.Report(
                    source.Span,
                    MessageCredentials(service: service.Name, path: path.Value),
                    mount.IsReadOnly ? ReadOnlyTier : null
                );
            }
            else if (HostPaths.IsData(path.Value))
            {
                context.Report(
                    source.Span,
                    mount.IsReadOnly
                        ? MessageReadOnly(service: service.Name, path: path.Value)
                        : Message(service: service.Name, path: path.Value),
                    mount.IsReadOnly ? ReadOnlyTier : null
                );
            }
        }
    }
}
