using DockerfileLint.Diagnostics;

namespace DockerfileLint.Site;

/// <summary>Rules by the letters of their ids, which say what kind of file they are about.</summary>
internal static class RuleFamilies
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["DL"] = "Dockerfiles",
        ["DC"] = "Compose files",
        ["DX"] = "Dockerfiles and Compose files together",
        ["SC"] = "Shell scripts",
    };

    private static readonly List<string> Order = [.. Titles.Keys];

    /// <summary>The letters that an id begins with.</summary>
    internal static string GetKey(RuleDescriptor rule) => string.Concat(rule.Id.TakeWhile(char.IsAsciiLetter));

    /// <summary>What a family is about; its letters where nothing more is known.</summary>
    internal static string GetTitle(string key) => Titles.GetValueOrDefault(key, key);

    /// <summary>The families, those that are known first.</summary>
    internal static IEnumerable<IGrouping<string, RuleDescriptor>> Group(IEnumerable<RuleDescriptor> rules) =>
        rules.GroupBy(GetKey).OrderBy(family => Order.IndexOf(family.Key) is int i and >= 0 ? i : int.MaxValue);
}
