namespace DockerfileLint.Semantics.Compose;

/// <summary>Which services mount a volume or a path of the host.</summary>
internal sealed class VolumeUses
{
    private readonly Dictionary<string, List<(Service Service, Mount Mount)>> _uses = new(StringComparer.Ordinal);

    internal VolumeUses(ComposeModel model)
    {
        foreach (Service service in model.Services)
        {
            foreach (Mount mount in service.Mounts)
            {
                if (GetSource(mount) is not { } source)
                {
                    continue;
                }

                if (!_uses.TryGetValue(source, out List<(Service Service, Mount Mount)>? uses))
                {
                    _uses.Add(source, uses = []);
                }

                uses.Add((service, mount));
            }
        }
    }

    /// <summary>
    /// All uses of what a mount brings in, its own among them; none for memory and for volumes without a name.
    /// </summary>
    internal IReadOnlyList<(Service Service, Mount Mount)> Find(Mount mount) =>
        GetSource(mount) is { } source && _uses.TryGetValue(source, out List<(Service Service, Mount Mount)>? uses)
            ? uses
            : [];

    // Where both are relative to the same project, equal text means the same path.
    private static string? GetSource(Mount mount) =>
        mount.HostPath is { } path ? path.ValueOr(null)
        : mount.Kind.IsCertainly(MountKind.Volume) && mount.Source.TryGetValue(out string? name) && name.Length > 0
            ? "volume:" + name
        : null;
}
