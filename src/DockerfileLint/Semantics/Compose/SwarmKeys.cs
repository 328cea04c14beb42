namespace DockerfileLint.Semantics.Compose;

/// <summary>Keys of a service that <c>docker stack deploy</c> reads and does nothing with.</summary>
internal static class SwarmKeys
{
    private static readonly string[] Keys =
    [
        "build",
        "cgroup",
        "cgroup_parent",
        "container_name",
        "devices",
        "domainname",
        "expose",
        "external_links",
        "ipc",
        "links",
        "mac_address",
        "network_mode",
        "pid",
        "privileged",
        "restart",
        "security_opt",
        "shm_size",
        "userns_mode",
    ];

    internal static IReadOnlyList<string> Ignored => Keys;

    internal static bool IsIgnored(string key) => Array.IndexOf(Keys, key) >= 0;
}
