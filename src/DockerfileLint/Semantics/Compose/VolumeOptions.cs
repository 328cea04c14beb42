namespace DockerfileLint.Semantics.Compose;

/// <summary>
/// What the options of a volume make the local driver mount: they are those of <c>mount(8)</c>, with root's rights.
/// </summary>
internal static class VolumeOptions
{
    /// <summary>File systems that show the kernel's own state, with the place where a host has them.</summary>
    private static readonly Dictionary<string, string> KernelFileSystems = new(StringComparer.Ordinal)
    {
        ["proc"] = "/proc",
        ["sysfs"] = "/sys",
        ["devtmpfs"] = "/dev",
        ["debugfs"] = "/sys/kernel/debug",
        ["tracefs"] = "/sys/kernel/tracing",
        ["securityfs"] = "/sys/kernel/security",
        ["configfs"] = "/sys/kernel/config",
        ["bpf"] = "/sys/fs/bpf",
        ["cgroup"] = "/sys/fs/cgroup",
        ["cgroup2"] = "/sys/fs/cgroup",
        ["efivarfs"] = "/sys/firmware/efi/efivars",
    };

    private static readonly string[] OverlayFolders = ["lowerdir=", "upperdir="];

    /// <summary>Whether the volume is a bind mount.</summary>
    internal static bool IsBind(ComposeMapping volume) =>
        FindOptions(volume) is { } options && GetFlags(options).Any(flag => flag is "bind" or "rbind");

    /// <summary>
    /// The path or device of the host that lies behind a volume; <c>null</c> where the driver keeps it by itself, or in
    /// memory, or on another machine.
    /// </summary>
    internal static Fact<string>? FindHostPath(ComposeMapping volume)
    {
        if (FindOptions(volume) is not { } options)
        {
            return null;
        }

        // Unknown flags beside it take nothing away.
        Fact<string>? device = Facts.GetText(options, "device");
        if (device is { } bound && IsBind(volume))
        {
            return MountReader.GetHostPath(bound, volume.BaseDirectory);
        }

        Fact<string>? type = Facts.GetText(options, "type");
        if (type is { } known && known.TryGetValue(out string? name))
        {
            if (KernelFileSystems.TryGetValue(name, out string? place))
            {
                return known.As(place);
            }

            if (name is "overlay" or "overlayfs")
            {
                return FindOverlaid(options);
            }
        }

        return device is { } disk && disk.IsCertainly(path => HostDevices.IsEscape(Mount.CleanPath(path)))
            ? disk.Select(Mount.CleanPath)
            : null;
    }

    /// <summary>The folder that an overlay shows: one of the system where there is one, else the first.</summary>
    private static Fact<string>? FindOverlaid(ComposeMapping options)
    {
        string? first = null;
        foreach (string flag in GetFlags(options))
        {
            if (Array.Find(OverlayFolders, name => flag.StartsWith(name, StringComparison.Ordinal)) is not { } option)
            {
                continue;
            }

            foreach (string folder in flag.Substring(option.Length).Split(':'))
            {
                string path = Mount.CleanPath(folder);
                if (HostPaths.IsSystem(path, isReadOnly: false))
                {
                    return Facts.GetText(options, "o")?.As(path);
                }

                first ??= path;
            }
        }

        return first is null ? null : Facts.GetText(options, "o")?.As(first);
    }

    private static ComposeMapping? FindOptions(ComposeMapping volume) =>
        Facts.GetText(volume, "driver") is not { } driver || driver.IsCertainly(name => name is "" or "local")
            ? volume.GetMapping("driver_opts")
            : null;

    private static IEnumerable<string> GetFlags(ComposeMapping options) =>
        Facts.GetText(options, "o") is { } flags ? flags.DisplayText.Split(',').Select(flag => flag.Trim()) : [];
}
