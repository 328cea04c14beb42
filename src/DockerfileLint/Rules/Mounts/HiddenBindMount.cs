using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2012")]
internal sealed partial class HiddenBindMount : GrantRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (
                mount is { HostPath: { } path, Source: { } source, VolumeDefinition.Value: ComposeMapping volume }
                && VolumeOptions.IsBind(volume)
            )
            {
                // What lies in the project's own folder is where readers of the file expect it.
                bool isElsewhere = path.IsCertainly(known => !known.StartsWith(".", StringComparison.Ordinal));
                context.Report(
                    path.Span,
                    Message(volume: source.DisplayText, path: path.DisplayText),
                    isElsewhere ? null : ProjectTier
                );
            }
        }
    }
}
