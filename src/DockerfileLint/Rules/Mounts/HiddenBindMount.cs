using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Rules.Mounts;

[Rule("DC2012")]
internal sealed partial class HiddenBindMount : ComposeRule
{
    public override void VisitService(Service service, ComposeRuleContext context)
    {
        foreach (Mount mount in service.Mounts)
        {
            if (mount is { Kind: MountKind.Volume, HostPath: { } path, Source: { } source })
            {
                // What lies in the project's own folder is where readers of the file expect it.
                bool isElsewhere =
                    path.Certainty != Certainty.Unknown && !path.Value.StartsWith(".", StringComparison.Ordinal);
                context.Report(
                    path.Span,
                    Message(volume: source.Value, path: path.Value),
                    isElsewhere ? null : ProjectTier
                );
            }
        }
    }
}
