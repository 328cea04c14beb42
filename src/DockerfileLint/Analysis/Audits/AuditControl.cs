using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Analysis.Audits;

/// <summary>What belongs together in an isolation matrix.</summary>
[Experimental(ExperimentalApi.Id)]
public enum AuditGroup
{
    /// <summary>What the kernel tells apart between containers.</summary>
    Namespaces,

    /// <summary>What control groups bound.</summary>
    Limits,

    /// <summary>What the processes of a container may do.</summary>
    Privileges,

    /// <summary>What they can read, write and open.</summary>
    Files,

    /// <summary>What can be reached from outside, and what is told.</summary>
    Exposure,
}

/// <summary>
/// A row of the isolation matrix, and what it weighs in the hardening index; <c>docs/audit.md</c> explains each.
/// Immutable.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class AuditControl
{
    private AuditControl(string id, AuditGroup group, string title, int weight, string remedy, params string[] rules)
    {
        Id = id;
        Group = group;
        Title = title;
        Weight = weight;
        Remedy = remedy;
        Rules = [.. rules];
    }

    /// <summary>The name in data, in lower case with <c>-</c> between words.</summary>
    public string Id { get; }

    /// <summary>What it belongs to.</summary>
    public AuditGroup Group { get; }

    /// <summary>The name for people.</summary>
    public string Title { get; }

    /// <summary>
    /// The points that it can give, not negative; those of all controls of a service are 100. A row of 0 informs only.
    /// </summary>
    public int Weight { get; }

    /// <summary>What to do where points are lost: a sentence; empty for a row that informs only.</summary>
    public string Remedy { get; }

    /// <summary>The ids of the rules that judge it, those that say most first.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>All rows in the order of the matrix.</summary>
    public static ImmutableArray<AuditControl> All => Table.Value;

    /// <summary>Each container has mounts of its own, whatever they show.</summary>
    internal static AuditControl Mounts { get; } =
        new("mount-namespace", AuditGroup.Namespaces, "Mount namespace", 0, "");

    internal static AuditControl Network { get; } =
        new(
            "network-namespace",
            AuditGroup.Namespaces,
            "Network namespace",
            4,
            "Remove 'network_mode' and publish the ports that are needed.",
            "DC2003",
            "DC2007"
        );

    internal static AuditControl Pid { get; } =
        new("pid-namespace", AuditGroup.Namespaces, "PID namespace", 4, "Remove 'pid'.", "DC2001", "DC2007");

    internal static AuditControl Ipc { get; } =
        new("ipc-namespace", AuditGroup.Namespaces, "IPC namespace", 2, "Remove 'ipc'.", "DC2002", "DC2007");

    internal static AuditControl Uts { get; } =
        new("uts-namespace", AuditGroup.Namespaces, "UTS namespace", 1, "Remove 'uts'.", "DC2004");

    internal static AuditControl UserNamespace { get; } =
        new("user-namespace", AuditGroup.Namespaces, "User namespace", 1, "Remove 'userns_mode'.", "DC2005");

    internal static AuditControl Cgroup { get; } =
        new("cgroup-namespace", AuditGroup.Namespaces, "Cgroup namespace", 1, "Remove 'cgroup'.", "DC2006");

    internal static AuditControl Memory { get; } =
        new(
            "memory",
            AuditGroup.Limits,
            "Memory",
            4,
            "Set 'deploy.resources.limits.memory', such as '512m'.",
            "DC4001",
            "DC3020"
        );

    internal static AuditControl Cpu { get; } =
        new("cpu", AuditGroup.Limits, "CPU", 2, "Set 'deploy.resources.limits.cpus', such as '1'.", "DC4002", "DC3020");

    internal static AuditControl Pids { get; } =
        new(
            "pids",
            AuditGroup.Limits,
            "Processes",
            3,
            "Set 'deploy.resources.limits.pids', such as '200'.",
            "DC4003",
            "DC3020"
        );

    internal static AuditControl BlockIo { get; } =
        new("block-io", AuditGroup.Limits, "Block I/O", 1, "Set the rates of 'blkio_config'.", "DC4004");

    internal static AuditControl Swap { get; } =
        new(
            "swap",
            AuditGroup.Limits,
            "Swap",
            1,
            "Limit the memory, and let 'memswap_limit' not be -1.",
            "DC4005",
            "DC4001",
            "DC3020"
        );

    internal static AuditControl User { get; } =
        new(
            "user",
            AuditGroup.Privileges,
            "User",
            12,
            "Set a user that is not root: 'USER' in the Dockerfile, or 'user' of the service.",
            "DX1001",
            "DX1002",
            "DC3002",
            "DL3002",
            "DL5001"
        );

    /// <summary>Whether the engine's remapping of users would help.</summary>
    internal static AuditControl Remapping { get; } =
        new("user-remapping", AuditGroup.Privileges, "User remapping", 0, "");

    internal static AuditControl Privileged { get; } =
        new(
            "privileged",
            AuditGroup.Privileges,
            "Privileged",
            12,
            "Remove 'privileged' and give what is needed: single devices and capabilities.",
            "DC3001"
        );

    internal static AuditControl DroppedCapabilities { get; } =
        new("capabilities-dropped", AuditGroup.Privileges, "Capabilities dropped", 0, "");

    internal static AuditControl AddedCapabilities { get; } =
        new("capabilities-added", AuditGroup.Privileges, "Capabilities added", 0, "");

    internal static AuditControl Capabilities { get; } =
        new(
            "capabilities",
            AuditGroup.Privileges,
            "Capabilities",
            8,
            "Write 'cap_drop: [ALL]' and add what is needed.",
            "DC3003",
            "DC3017",
            "DC3004",
            "DC3001",
            "DC3020"
        );

    internal static AuditControl EffectiveCapabilities { get; } =
        new("capabilities-effective", AuditGroup.Privileges, "Capabilities effective", 0, "");

    internal static AuditControl NewPrivileges { get; } =
        new(
            "no-new-privileges",
            AuditGroup.Privileges,
            "No new privileges",
            4,
            "Write 'security_opt: [no-new-privileges:true]'.",
            "DC3005",
            "DC3020"
        );

    internal static AuditControl Seccomp { get; } =
        new(
            "seccomp",
            AuditGroup.Privileges,
            "Seccomp",
            5,
            "Leave the engine's filter of system calls on.",
            "DC3006",
            "DC3001"
        );

    internal static AuditControl AppArmor { get; } =
        new(
            "apparmor",
            AuditGroup.Privileges,
            "AppArmor",
            2,
            "Leave the engine's AppArmor profile on.",
            "DC3007",
            "DC3001"
        );

    internal static AuditControl Selinux { get; } =
        new("selinux", AuditGroup.Privileges, "SELinux", 2, "Leave SELinux's labels on.", "DC3008", "DC3001");

    internal static AuditControl SystemPaths { get; } =
        new(
            "system-paths",
            AuditGroup.Privileges,
            "System paths",
            2,
            "Leave the paths hidden that the engine hides.",
            "DC3009",
            "DC3001"
        );

    internal static AuditControl RootFileSystem { get; } =
        new(
            "root-file-system",
            AuditGroup.Files,
            "Root file system",
            4,
            "Write 'read_only: true', and 'tmpfs' for what has to be written.",
            "DC3013"
        );

    internal static AuditControl Devices { get; } =
        new(
            "devices",
            AuditGroup.Files,
            "Devices",
            4,
            "Give the devices that are needed, and no disk.",
            "DC3010",
            "DC3011",
            "DC3018",
            "DC3001"
        );

    internal static AuditControl EngineSockets { get; } =
        new(
            "engine-sockets",
            AuditGroup.Files,
            "Engine sockets",
            10,
            "Take the socket away, or put a proxy before it that lets through what is needed.",
            "DC2009",
            "DC2010",
            "DC2008"
        );

    internal static AuditControl HostMounts { get; } =
        new(
            "host-mounts",
            AuditGroup.Files,
            "Host mounts",
            6,
            "Mount the folders that are needed and no others, read-only where that is enough.",
            "DC2008",
            "DC2012",
            "DC2016",
            "DC2015",
            "DC2011"
        );

    internal static AuditControl Ports { get; } =
        new(
            "published-ports",
            AuditGroup.Exposure,
            "Published ports",
            2,
            "Publish on an address: '127.0.0.1:' before the port.",
            "DC5001",
            "DC2003"
        );

    internal static AuditControl Secrets { get; } =
        new(
            "secrets",
            AuditGroup.Exposure,
            "Secrets",
            3,
            "Mount the values with 'secrets', and replace those that files told.",
            "DC5005",
            "DL3064"
        );

    private static Lazy<ImmutableArray<AuditControl>> Table { get; } =
        new(() =>
            [
                Mounts,
                Network,
                Pid,
                Ipc,
                Uts,
                UserNamespace,
                Cgroup,
                Memory,
                Cpu,
                Pids,
                BlockIo,
                Swap,
                User,
                Remapping,
                Privileged,
                DroppedCapabilities,
                AddedCapabilities,
                Capabilities,
                EffectiveCapabilities,
                NewPrivileges,
                Seccomp,
                AppArmor,
                Selinux,
                SystemPaths,
                RootFileSystem,
                Devices,
                EngineSockets,
                HostMounts,
                Ports,
                Secrets,
            ]
        );

    /// <inheritdoc/>
    public override string ToString() => Id;
}
