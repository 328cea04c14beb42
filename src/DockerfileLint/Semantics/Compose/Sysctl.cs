namespace DockerfileLint.Semantics.Compose;

/// <summary>What a kernel parameter belongs to.</summary>
internal enum SysctlScope
{
    /// <summary>The whole machine.</summary>
    Host,

    /// <summary>A network namespace.</summary>
    Network,

    /// <summary>An IPC namespace.</summary>
    Ipc,

    /// <summary>A UTS namespace.</summary>
    Uts,
}

/// <summary>An entry of <c>sysctls</c>.</summary>
/// <param name="Name">The parameter, with dots.</param>
/// <param name="Scope">What it belongs to.</param>
internal sealed record Sysctl(Fact<string> Name, SysctlScope Scope)
{
    private static readonly string[] IpcParameters =
    [
        "kernel.msgmax",
        "kernel.msgmnb",
        "kernel.msgmni",
        "kernel.sem",
        "kernel.shmall",
        "kernel.shmmax",
        "kernel.shmmni",
        "kernel.shm_rmid_forced",
    ];

    internal static IEnumerable<Sysctl> Read(Service service)
    {
        foreach (ComposeKeyValue entry in service.GetKeyValues("sysctls"))
        {
            string name = entry.Name.Trim();
            if (name.Length > 0 && !name.Contains("$"))
            {
                // Either separator is right, as in /proc/sys.
                name = name.Replace('/', '.');
                yield return new Sysctl(
                    new Fact<string>(name, Certainty.Known, entry.Node, entry.NameSpan.Span, name),
                    GetScope(name)
                );
            }
        }
    }

    private static SysctlScope GetScope(string name) =>
        name.StartsWith("net.", StringComparison.Ordinal) ? SysctlScope.Network
        : name.StartsWith("fs.mqueue.", StringComparison.Ordinal) || Array.IndexOf(IpcParameters, name) >= 0
            ? SysctlScope.Ipc
        : name == "kernel.domainname" ? SysctlScope.Uts
        : SysctlScope.Host;
}
