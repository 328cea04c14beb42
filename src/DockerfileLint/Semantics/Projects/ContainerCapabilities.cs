using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Semantics.Projects;

/// <summary>The capabilities of a container, in upper case without <c>CAP_</c>. Immutable.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ContainerCapabilities
{
    /// <summary>What the engine gives to a container that asks for nothing.</summary>
    private static readonly string[] Defaults =
    [
        "AUDIT_WRITE",
        "CHOWN",
        "DAC_OVERRIDE",
        "FOWNER",
        "FSETID",
        "KILL",
        "MKNOD",
        "NET_BIND_SERVICE",
        "NET_RAW",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYS_CHROOT",
    ];

    private static readonly string[] All =
    [
        .. Defaults,
        "AUDIT_CONTROL",
        "AUDIT_READ",
        "BLOCK_SUSPEND",
        "BPF",
        "CHECKPOINT_RESTORE",
        "DAC_READ_SEARCH",
        "IPC_LOCK",
        "IPC_OWNER",
        "LEASE",
        "LINUX_IMMUTABLE",
        "MAC_ADMIN",
        "MAC_OVERRIDE",
        "NET_ADMIN",
        "NET_BROADCAST",
        "PERFMON",
        "SYS_ADMIN",
        "SYS_BOOT",
        "SYS_MODULE",
        "SYS_NICE",
        "SYS_PACCT",
        "SYS_PTRACE",
        "SYS_RAWIO",
        "SYS_RESOURCE",
        "SYS_TIME",
        "SYS_TTY_CONFIG",
        "SYSLOG",
        "WAKE_ALARM",
    ];

    private ContainerCapabilities(
        ImmutableArray<Fact<string>> added,
        ImmutableArray<Fact<string>> dropped,
        EffectiveFact<ImmutableArray<string>> granted,
        EffectiveFact<ImmutableArray<string>> effective
    )
    {
        Added = added;
        Dropped = dropped;
        Granted = granted;
        Effective = effective;
    }

    /// <summary>The entries of <c>cap_add</c>.</summary>
    public ImmutableArray<Fact<string>> Added { get; }

    /// <summary>The entries of <c>cap_drop</c>.</summary>
    public ImmutableArray<Fact<string>> Dropped { get; }

    /// <summary>
    /// What the engine gives to the container, in alphabetical order: all that its processes can ever have.
    /// </summary>
    public EffectiveFact<ImmutableArray<string>> Granted { get; }

    /// <summary>
    /// What its first process has: all that is granted where the user is root, otherwise none. Programs with the setuid
    /// bit regain them unless new privileges are refused.
    /// </summary>
    public EffectiveFact<ImmutableArray<string>> Effective { get; }

    /// <summary>Whether all capabilities of the kernel are granted.</summary>
    public bool AreAll => Granted.TryGetValue(out ImmutableArray<string> granted) && granted.Length == All.Length;

    internal static ContainerCapabilities Find(EffectiveContainer container)
    {
        Service service = container.Service;
        ImmutableArray<Fact<string>> added = [.. service.AddedCapabilities];
        ImmutableArray<Fact<string>> dropped = [.. service.DroppedCapabilities];
        EffectiveFact<bool> privileged = container.Confinement.Privileged;
        EffectiveFact<ImmutableArray<string>> granted = privileged.IsCertainly(true)
            ? new EffectiveFact<ImmutableArray<string>>(Sort(All), privileged.Certainty, privileged.Steps)
            : Grant(service, added, dropped, privileged);
        EffectiveFact<bool> isRoot = container.User.IsRoot;
        EffectiveFact<ImmutableArray<string>> effective =
            isRoot.IsCertainly(true) ? granted
            : isRoot.IsCertainly(false) ? new EffectiveFact<ImmutableArray<string>>([], isRoot.Certainty, isRoot.Steps)
            : new EffectiveFact<ImmutableArray<string>>([], Certainty.Unknown, isRoot.Steps);
        return new ContainerCapabilities(added, dropped, granted, effective);
    }

    /// <summary>As the engine computes it: all but some, none but some, or the default with changes.</summary>
    private static EffectiveFact<ImmutableArray<string>> Grant(
        Service service,
        ImmutableArray<Fact<string>> added,
        ImmutableArray<Fact<string>> dropped,
        EffectiveFact<bool> privileged
    )
    {
        Certainty certainty = privileged.Certainty;
        ImmutableArray<FactStep> steps = FactSteps.Of(service);
        foreach (Fact<string> entry in added.Concat(dropped))
        {
            certainty = entry.Certainty > certainty ? entry.Certainty : certainty;
            steps = steps.Set(service, entry.Span);
        }

        var adds = new HashSet<string>(added.Select(entry => entry.DisplayText), StringComparer.Ordinal);
        var drops = new HashSet<string>(dropped.Select(entry => entry.DisplayText), StringComparer.Ordinal);
        IEnumerable<string> granted =
            adds.Contains(Capabilities.All) ? All.Where(name => !drops.Contains(name))
            : drops.Contains(Capabilities.All) ? adds
            : Defaults.Where(name => !drops.Contains(name)).Union(adds);
        return new EffectiveFact<ImmutableArray<string>>(Sort(granted), certainty, steps);
    }

    private static ImmutableArray<string> Sort(IEnumerable<string> names) =>
        [.. names.OrderBy(name => name, StringComparer.Ordinal)];
}
