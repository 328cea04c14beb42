using DockerfileLint.Syntax.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose;

/// <summary>Reads the mounts of a service and follows named volumes to their definitions.</summary>
internal static class MountReader
{
    internal static IReadOnlyList<Mount> Read(Service service)
    {
        var mounts = new List<Mount>();
        foreach (ComposeNode item in service.Value.GetItems("volumes"))
        {
            if (item is ComposeScalar { IsNull: false } scalar)
            {
                mounts.Add(ReadShort(service, scalar));
            }
            else if (item is ComposeMapping mapping)
            {
                mounts.Add(ReadLong(service, mapping));
            }
        }

        foreach (ComposeNode item in service.Value.GetItems("tmpfs"))
        {
            if (item is ComposeScalar { IsNull: false } scalar)
            {
                InterpolatedText text = scalar.Text;
                VolumeSpecification volume = VolumeSpecification.Parse(text.DisplayText);

                // `PATH:OPTIONS`: what a volume has as source and target.
                SpecificationPart path = volume.Source.IsEmpty ? volume.Target : volume.Source;
                mounts.Add(
                    new Mount
                    {
                        Kind = Facts.Create(MountKind.Tmpfs, scalar),
                        Target = Facts.Create(text, path),
                        IsReadOnly = Facts.Create(false, scalar),
                        Size = GetTmpfsSize(text, volume),
                        Value = scalar,
                    }
                );
            }
        }

        return mounts;
    }

    private static Mount ReadShort(Service service, ComposeScalar scalar)
    {
        InterpolatedText text = scalar.Text;
        VolumeSpecification volume = VolumeSpecification.Parse(text.DisplayText);
        Fact<string>? source = Facts.Create(text, volume.Source);
        var options = new List<Fact<string>>();
        Fact<bool> isReadOnly = Facts.Create(false, scalar);
        Fact<string>? propagation = null;
        foreach (SpecificationPart part in volume.Options)
        {
            if (Facts.Create(text, part) is not { } option)
            {
                continue;
            }

            options.Add(option);
            if (option.IsCertainly(IsPropagation))
            {
                propagation = option;
            }
            else if (option.MayBe("ro") && !isReadOnly.IsCertainly(true))
            {
                isReadOnly = option.As(true);
            }
        }

        Fact<MountKind> kind = GetKind(volume, source, scalar);
        ComposeEntry? definition = FindDefinition(service, kind, source);
        return new Mount
        {
            Kind = kind,
            Source = source,
            Target = Facts.Create(text, volume.Target),
            HostPath = GetHostPath(kind, source, scalar, definition),
            IsReadOnly = isReadOnly,
            Propagation = propagation,
            Options = options,
            VolumeDefinition = definition,
            Value = scalar,
        };
    }

    private static Mount ReadLong(Service service, ComposeMapping mapping)
    {
        Fact<string>? source = Facts.GetText(mapping, "source");
        Fact<MountKind> kind =
            Facts.GetText(mapping, "type")?.Select(GetKind) ?? Facts.Create(MountKind.Other, mapping);
        ComposeEntry? definition = FindDefinition(service, kind, source);
        return new Mount
        {
            Kind = kind,
            Source = source,
            Target = Facts.GetText(mapping, "target"),
            HostPath = GetHostPath(kind, source, mapping, definition),
            IsReadOnly = Facts.GetBoolean(mapping, "read_only") ?? Facts.Create(false, mapping),
            Propagation = mapping.GetMapping("bind") is { } bind ? Facts.GetText(bind, "propagation") : null,
            Size = mapping.GetMapping("tmpfs") is { } tmpfs ? Facts.GetText(tmpfs, "size") : null,
            VolumeDefinition = definition,
            Value = mapping,
        };
    }

    private static MountKind GetKind(string type) =>
        type switch
        {
            "bind" => MountKind.Bind,
            "volume" => MountKind.Volume,
            "tmpfs" => MountKind.Tmpfs,
            "npipe" => MountKind.NamedPipe,
            _ => MountKind.Other,
        };

    /// <summary>
    /// What the short form mounts. A variable in front may hold a path as well as a volume's name, unless its name
    /// tells that it holds a folder.
    /// </summary>
    private static Fact<MountKind> GetKind(VolumeSpecification volume, Fact<string>? source, ComposeScalar scalar)
    {
        string written = source?.DisplayText ?? "";
        if (volume.IsBind || HostPaths.StartsWithFolderVariable(written))
        {
            return Facts.Create(IsPipe(written) ? MountKind.NamedPipe : MountKind.Bind, scalar);
        }

        return source is { } variable && written.StartsWith("${", StringComparison.Ordinal)
            ? variable.As(MountKind.Volume)
            : Facts.Create(MountKind.Volume, scalar);
    }

    /// <summary>The option <c>size=</c> of an entry <c>PATH:OPTIONS</c>; an unknown option may be it.</summary>
    private static Fact<string>? GetTmpfsSize(InterpolatedText text, VolumeSpecification volume)
    {
        const string size = "size=";
        if (volume.Source.IsEmpty || volume.Target.IsEmpty)
        {
            return null;
        }

        int start = volume.Target.Span.Start;
        foreach (string option in volume.Target.Text.Split(','))
        {
            if (option.StartsWith(size, StringComparison.Ordinal))
            {
                return text.GetPart(new TextSpan(start + size.Length, option.Length - size.Length));
            }

            start += option.Length + 1;
        }

        Fact<string> options = text.GetPart(volume.Target.Span);
        return options.TryGetValue(out _) ? null : options;
    }

    /// <summary>The path of the host that a written path names, cleaned.</summary>
    /// <param name="source">The written path.</param>
    /// <param name="directory">The folder that it starts from.</param>
    internal static Fact<string> GetHostPath(Fact<string> source, string directory)
    {
        if (source.TryGetValue(out string? text))
        {
            string path = Mount.CleanPath(text);
            return source.As(HostPaths.FindClimbed(path, directory) ?? path);
        }

        // Wherever the caller's folder lies, enough steps lead out of it.
        return
            HostPaths.ShortenFolder(source.DisplayText) is { } folder
            && HostPaths.FindClimbed(Mount.CleanPath(folder), directory) is { } climbed
            ? new Fact<string>(climbed, Certainty.Default, source.Node, source.Span.Span, climbed)
            : source.Select(Mount.CleanPath);
    }

    private static Fact<string>? GetHostPath(
        Fact<MountKind> kind,
        Fact<string>? source,
        ComposeNode mount,
        ComposeEntry? definition
    ) =>
        kind.IsCertainly(known => known is MountKind.Bind or MountKind.NamedPipe)
            ? source is { } path
                ? GetHostPath(path, mount.BaseDirectory)
                : null
            : definition?.Value is ComposeMapping volume
                ? VolumeOptions.FindHostPath(volume)
                : null;

    private static ComposeEntry? FindDefinition(Service service, Fact<MountKind> kind, Fact<string>? source) =>
        kind.IsCertainly(MountKind.Volume) && source.TryGetValue(out string? name)
            ? service.FindDefinition("volumes", name)
            : null;

    private static bool IsPropagation(string option) =>
        option is "private" or "rprivate" or "shared" or "rshared" or "slave" or "rslave";

    private static bool IsPipe(string path) =>
        path.Replace('\\', '/').StartsWith("//./pipe/", StringComparison.OrdinalIgnoreCase);
}
