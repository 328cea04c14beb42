using DockerfileLint.Syntax.Compose;

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
                mounts.Add(ReadShort(service.Model, scalar));
            }
            else if (item is ComposeMapping mapping)
            {
                mounts.Add(ReadLong(service.Model, mapping));
            }
        }

        foreach (ComposeNode item in service.Value.GetItems("tmpfs"))
        {
            if (item is ComposeScalar { IsNull: false } scalar)
            {
                InterpolatedText text = scalar.Text;
                VolumeSpecification volume = VolumeSpecification.Parse(text.Text);

                // `PATH:OPTIONS`: what a volume has as source and target.
                SpecificationPart path = volume.Source.IsEmpty ? volume.Target : volume.Source;
                mounts.Add(
                    new Mount
                    {
                        Kind = MountKind.Tmpfs,
                        Target = Facts.Create(text, path),
                        IsReadOnly = false,
                        Size = GetTmpfsSize(text, volume),
                        Value = scalar,
                    }
                );
            }
        }

        return mounts;
    }

    private static Mount ReadShort(ComposeModel model, ComposeScalar scalar)
    {
        InterpolatedText text = scalar.Text;
        VolumeSpecification volume = VolumeSpecification.Parse(text.Text);
        Fact<string>? source = Facts.Create(text, volume.Source);
        var options = new List<Fact<string>>();
        bool isReadOnly = false;
        var readOnlyCertainty = Certainty.Known;
        Fact<string>? propagation = null;
        foreach (SpecificationPart part in volume.Options)
        {
            if (Facts.Create(text, part) is not { } option)
            {
                continue;
            }

            options.Add(option);
            if (option.Value == "ro")
            {
                isReadOnly = true;
                readOnlyCertainty = option.Certainty;
            }
            else if (IsPropagation(option.Value))
            {
                propagation = option;
            }
            else if (option.Certainty == Certainty.Unknown && !isReadOnly)
            {
                readOnlyCertainty = Certainty.Unknown;
            }
        }

        // A variable in front may hold a path as well as a volume's name.
        MountKind kind =
            volume.IsBind || HostPaths.StartsWithFolderVariable(volume.Source.Text ?? "") ? MountKind.Bind
            : source is { Certainty: Certainty.Unknown } && source.Value.StartsWith("${", StringComparison.Ordinal)
                ? MountKind.Other
            : MountKind.Volume;
        if (kind == MountKind.Bind && IsPipe(source!.Value))
        {
            kind = MountKind.NamedPipe;
        }

        ComposeEntry? definition = kind == MountKind.Volume ? FindDefinition(model, source) : null;
        return new Mount
        {
            Kind = kind,
            Source = source,
            Target = Facts.Create(text, volume.Target),
            HostPath = GetHostPath(kind, source, definition),
            IsReadOnly = isReadOnly,
            ReadOnlyCertainty = readOnlyCertainty,
            Propagation = propagation,
            Options = options,
            VolumeDefinition = definition,
            Value = scalar,
        };
    }

    private static Mount ReadLong(ComposeModel model, ComposeMapping mapping)
    {
        Fact<string>? source = Facts.GetText(mapping, "source");
        MountKind kind = Facts.GetText(mapping, "type")?.Value switch
        {
            "bind" => MountKind.Bind,
            "volume" => MountKind.Volume,
            "tmpfs" => MountKind.Tmpfs,
            "npipe" => MountKind.NamedPipe,
            _ => MountKind.Other,
        };
        ComposeEntry? definition = kind == MountKind.Volume ? FindDefinition(model, source) : null;
        Fact<bool>? readOnly = Facts.GetBoolean(mapping, "read_only");
        return new Mount
        {
            Kind = kind,
            Source = source,
            Target = Facts.GetText(mapping, "target"),
            HostPath = GetHostPath(kind, source, definition),
            IsReadOnly = readOnly?.Value ?? false,
            ReadOnlyCertainty = readOnly?.Certainty ?? Certainty.Known,
            Propagation = mapping.GetMapping("bind") is { } bind ? Facts.GetText(bind, "propagation") : null,
            Size = mapping.GetMapping("tmpfs") is { } tmpfs ? Facts.GetText(tmpfs, "size") : null,
            VolumeDefinition = definition,
            Value = mapping,
        };
    }

    /// <summary>The option <c>size=</c> of an entry <c>PATH:OPTIONS</c>; an unknown option may be it.</summary>
    private static Fact<string>? GetTmpfsSize(InterpolatedText text, VolumeSpecification volume)
    {
        const string size = "size=";
        if (volume.Source.IsEmpty || Facts.Create(text, volume.Target) is not { } options)
        {
            return null;
        }

        string? option = Array.Find(options.Value.Split(','), part => part.StartsWith(size, StringComparison.Ordinal));
        return option is not null ? options with { Value = option.Substring(size.Length) }
            : options.Certainty == Certainty.Unknown ? options
            : null;
    }

    private static Fact<string>? GetHostPath(MountKind kind, Fact<string>? source, ComposeEntry? definition) =>
        kind switch
        {
            MountKind.Bind or MountKind.NamedPipe when source is not null => source with
            {
                Value = Mount.CleanPath(source.Value),
            },
            MountKind.Volume when definition?.Value is ComposeMapping volume => GetDevice(volume),
            _ => null,
        };

    /// <summary>The host path that a local volume with <c>o: bind</c> hides.</summary>
    private static Fact<string>? GetDevice(ComposeMapping volume)
    {
        if (
            volume.GetMapping("driver_opts") is not { } options
            || (Facts.GetText(volume, "driver") is { } driver && driver.Value != "local")
            || Facts.GetText(options, "device") is not { } device
        )
        {
            return null;
        }

        bool isBind =
            Facts.GetText(options, "o") is { } flags
            && flags.Value.Split(',').Any(flag => flag.Trim() is "bind" or "rbind");
        return isBind ? device with { Value = Mount.CleanPath(device.Value) } : null;
    }

    private static ComposeEntry? FindDefinition(ComposeModel model, Fact<string>? source) =>
        source is { Certainty: not Certainty.Unknown } ? model.FindDefinition("volumes", source.Value) : null;

    private static bool IsPropagation(string option) =>
        option is "private" or "rprivate" or "shared" or "rshared" or "slave" or "rslave";

    private static bool IsPipe(string path) =>
        path.Replace('\\', '/').StartsWith("//./pipe/", StringComparison.OrdinalIgnoreCase);
}
