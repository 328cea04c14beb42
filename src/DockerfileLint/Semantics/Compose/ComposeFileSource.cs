namespace DockerfileLint.Semantics.Compose;

/// <summary>A file of the host that a secret or config of a service stands for: Compose mounts it, read-only.</summary>
/// <param name="Path">The path as it is written in the definition.</param>
/// <param name="HostPath">The path of the host, cleaned.</param>
internal sealed record ComposeFileSource(Fact<string> Path, Fact<string> HostPath)
{
    private static readonly string[] Sections = ["secrets", "configs"];

    internal static IEnumerable<ComposeFileSource> Read(Service service)
    {
        foreach (string section in Sections)
        {
            foreach (ComposeNode item in service.GetItems(section))
            {
                ComposeScalar? source = item as ComposeScalar ?? (item as ComposeMapping)?.GetScalar("source");
                if (
                    source is not null
                    && source.Text.TryGetValue(out string? name)
                    && (service.FindDefinition(section, name)?.Value as ComposeMapping)?.GetScalar("file") is { } file
                )
                {
                    Fact<string> path = file.Text.Whole;
                    yield return new ComposeFileSource(path, MountReader.GetHostPath(path, file.BaseDirectory));
                }
            }
        }
    }
}
