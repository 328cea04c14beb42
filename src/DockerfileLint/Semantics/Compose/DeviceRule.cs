namespace DockerfileLint.Semantics.Compose;

/// <summary>An entry of <c>device_cgroup_rules</c>: <c>TYPE MAJOR:MINOR ACCESS</c>.</summary>
internal static class DeviceRule
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Whether a rule allows every device, or every device of a type.</summary>
    internal static bool AllowsAll(string rule)
    {
        string[] parts = rule.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0
            && (parts[0] == "a" || (parts.Length > 1 && parts[1].StartsWith("*:", StringComparison.Ordinal)));
    }
}
