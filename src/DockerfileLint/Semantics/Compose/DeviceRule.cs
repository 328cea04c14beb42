namespace DockerfileLint.Semantics.Compose;

/// <summary>An entry of <c>device_cgroup_rules</c>: <c>TYPE MAJOR:MINOR ACCESS</c>.</summary>
/// <param name="AllowsAll">Whether it allows every device, or every device of a type.</param>
/// <param name="Fact">The whole entry.</param>
internal sealed record DeviceRule(bool AllowsAll, Fact<string> Fact)
{
    private static readonly char[] Blanks = [' ', '\t'];

    internal static IEnumerable<DeviceRule> Read(Service service) =>
        service.GetTexts("device_cgroup_rules").Select(Create);

    private static DeviceRule Create(Fact<string> fact)
    {
        string[] parts = fact.Value.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        bool allowsAll =
            fact.Certainty != Certainty.Unknown
            && parts.Length > 0
            && (parts[0] == "a" || (parts.Length > 1 && parts[1].StartsWith("*:", StringComparison.Ordinal)));
        return new DeviceRule(allowsAll, fact);
    }
}
