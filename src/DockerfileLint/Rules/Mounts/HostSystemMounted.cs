using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2008")]
internal sealed partial class HostSystemMounted : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (
                mount is not { HostPath: { Certainty: not Certainty.Unknown } path, Source: { } source }
                || !HostPaths.IsSystem(path.Value, mount.IsReadOnly)
                || HostPaths.IsEngineSocket(path.Value)
            )
            {
                continue;
            }

            if (HostPaths.IsClock(path.Value))
            {
                context.Report(source.Span, MessageClock(service: service.Name, path: path.Value), ClockTier);
                continue;
            }

            DiagnosticMessage message =
                mount.Kind == MountKind.Volume
                    ? MessageVolume(service: service.Name, path: path.Value, volume: source.Value)
                : mount.IsReadOnly ? MessageReadOnly(service: service.Name, path: path.Value)
                : Message(service: service.Name, path: path.Value);
            context.Report(source.Span, message, mount.IsReadOnly ? ReadOnlyTier : null);
        }
    }
}
