using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;

namespace DockerfileLint.Rules.Projects;

[Rule("DX1009")]
internal sealed partial class ReadOnlyNeedsTmpfs : ProjectRule
{
    public override void VisitContainer(EffectiveContainer container, ProjectRuleContext context)
    {
        if (
            container.Service.ReadOnly is not { } readOnly
            || container.Image.Build is not { Image: { } image } build
            || !container.Confinement.ReadOnlyRoot.IsCertainly(value: true)
        )
        {
            return;
        }

        foreach (Fact<string> volume in image.Volumes)
        {
            if (
                volume.TryGetValue(out string? path)
                && path.Length > 0
                && path[0] == '/'
                && !IsMounted(path, container)
            )
            {
                context.Report(
                    readOnly.Span,
                    Message(service: container.Name, path: path),
                    container.Confinement.ReadOnlyRoot.Steps.Add(
                        new FactStep(build.Map(volume.Span), "The image makes a volume here.")
                    )
                );
                return;
            }
        }
    }

    /// <summary>Whether the service mounts something at a path, above it or below it.</summary>
    private static bool IsMounted(string path, EffectiveContainer container)
    {
        string cleaned = Mount.CleanPath(path);
        foreach (ContainerMount mount in container.Mounts)
        {
            if (
                !mount.Mount.Target.TryGetValue(out string? target)
                || HostPaths.IsWithin(cleaned, Mount.CleanPath(target))
            )
            {
                return true;
            }
        }

        return false;
    }
}
