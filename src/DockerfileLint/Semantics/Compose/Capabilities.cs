namespace DockerfileLint.Semantics.Compose;

/// <summary>What the kernel's capabilities mean for the host. Names are in upper case without <c>CAP_</c>.</summary>
internal static class Capabilities
{
    /// <summary>All of them at once.</summary>
    internal const string All = "ALL";

    /// <summary>With these, root of the container controls or reads the host.</summary>
    private static readonly string[] Escape =
    [
        All,
        "SYS_ADMIN",
        "SYS_MODULE",
        "SYS_PTRACE",
        "SYS_RAWIO",
        "DAC_READ_SEARCH",
        "BPF",
        "SYS_BOOT",
        "MAC_ADMIN",
        "PERFMON",
    ];

    /// <summary>These act on what no namespace separates, without leading out of the container.</summary>
    private static readonly string[] Reach =
    [
        "NET_ADMIN",
        "SYS_TIME",
        "SYSLOG",
        "SYS_RESOURCE",
        "LINUX_IMMUTABLE",
        "AUDIT_CONTROL",
        "AUDIT_READ",
        "CHECKPOINT_RESTORE",
        "MAC_OVERRIDE",
        "SYS_PACCT",
        "SYS_TTY_CONFIG",
    ];

    /// <summary>
    /// What every engine leaves to a container that asks for nothing. Docker adds AUDIT_WRITE, MKNOD and NET_RAW,
    /// Podman does not.
    /// </summary>
    private static readonly string[] Default =
    [
        "CHOWN",
        "DAC_OVERRIDE",
        "FOWNER",
        "FSETID",
        "KILL",
        "NET_BIND_SERVICE",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYS_CHROOT",
    ];

    /// <summary>The name of a capability as it is written in whatever case, with or without <c>CAP_</c>.</summary>
    internal static string Normalize(string written)
    {
        string name = written.ToUpperInvariant();
        return name.StartsWith("CAP_", StringComparison.Ordinal) ? name.Substring(4) : name;
    }

    internal static CapabilityDanger GetDanger(string name) =>
        Array.IndexOf(Escape, name) >= 0 ? CapabilityDanger.Escape
        : Array.IndexOf(Reach, name) >= 0 ? CapabilityDanger.Reach
        : CapabilityDanger.None;

    internal static bool IsDefault(string name) => Array.IndexOf(Default, name) >= 0;

    /// <summary>
    /// Whether a namespace of the service's own bounds what the capability reaches: its processes, its network.
    /// </summary>
    internal static bool IsContained(string name, Service service) =>
        name switch
        {
            "SYS_PTRACE" => !(service.Pid is { } pid && pid.IsHost.IsCertainly(true)),
            "NET_ADMIN" => !(service.Network is { } network && network.IsHost.IsCertainly(true)),
            _ => false,
        };
}

/// <summary>What a capability lets root of a container do outside of it.</summary>
internal enum CapabilityDanger
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It acts on what no namespace separates.</summary>
    Reach,

    /// <summary>It leads out of the container.</summary>
    Escape,
}
