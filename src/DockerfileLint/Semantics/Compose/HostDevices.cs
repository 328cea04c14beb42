namespace DockerfileLint.Semantics.Compose;

/// <summary>What a device node of the host gives to who may open it.</summary>
internal static class HostDevices
{
    private const string Root = "/dev";

    private static readonly string[] Memory = ["/dev/mem", "/dev/kmem", "/dev/port"];

    /// <summary>Folders whose nodes are disks and volumes.</summary>
    private static readonly string[] DiskFolders = ["/dev/disk", "/dev/mapper"];

    /// <summary>Names of disks by driver, before the letter of the disk.</summary>
    private static readonly string[] LetteredDisks = ["sd", "hd", "vd", "xvd"];

    /// <summary>Names of disks by driver, before the number of the disk.</summary>
    private static readonly string[] NumberedDisks = ["nvme", "mmcblk", "dm-", "md"];

    /// <summary>
    /// Every container has these of its own, or, like a tunnel, what is made through them stays in its namespaces.
    /// </summary>
    private static readonly string[] Harmless =
    [
        "/dev/null",
        "/dev/zero",
        "/dev/full",
        "/dev/random",
        "/dev/urandom",
        "/dev/tty",
        "/dev/ptmx",
        "/dev/net/tun",
    ];

    /// <summary>Whether who opens the device reads or writes the host's memory or disks past all permissions.</summary>
    internal static bool IsEscape(string path) => path == Root || Array.IndexOf(Memory, path) >= 0 || IsDisk(path);

    /// <summary>Whether a path is a device of the host that means something outside the container.</summary>
    internal static bool IsSignificant(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) && Array.IndexOf(Harmless, path) < 0;

    private static bool IsDisk(string path)
    {
        if (Array.Exists(DiskFolders, folder => HostPaths.IsWithin(path, folder)))
        {
            return true;
        }

        if (!HostPaths.IsWithin(path, Root) || path.Length == Root.Length)
        {
            return false;
        }

        string name = path.Substring(Root.Length + 1);
        return Array.Exists(LetteredDisks, prefix => IsFollowedBy(name, prefix, 'a', 'z'))
            || Array.Exists(NumberedDisks, prefix => IsFollowedBy(name, prefix, '0', '9'));
    }

    private static bool IsFollowedBy(string name, string prefix, char first, char last) =>
        name.Length > prefix.Length
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && name[prefix.Length] >= first
        && name[prefix.Length] <= last;
}
