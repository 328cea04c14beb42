namespace DockerfileLint.Semantics.Compose;

/// <summary>Groups whose members have power over a host's files and devices.</summary>
internal static class HostGroups
{
    /// <summary>Names, and the numbers that are the same everywhere.</summary>
    private static readonly string[] Privileged = ["root", "0", "docker", "disk", "6", "kmem", "shadow", "lxd"];

    internal static bool IsPrivileged(string group) =>
        Array.IndexOf(Privileged, IsNumber(group) ? Normalize(group) : group) >= 0;

    private static bool IsNumber(string group) => group.Length > 0 && group.All(char.IsDigit);

    private static string Normalize(string number) =>
        number.TrimStart('0') is { Length: > 0 } significant ? significant : "0";
}
