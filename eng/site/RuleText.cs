using System.Globalization;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Site;

/// <summary>What several pages say of a rule.</summary>
internal static class RuleText
{
    private static readonly Dictionary<string, string> Peers = new()
    {
        ["hadolint"] = "hadolint",
        ["buildkit"] = "BuildKit",
        ["kics"] = "KICS",
        ["trivy"] = "Trivy",
        ["checkov"] = "Checkov",
        ["semgrep"] = "Semgrep",
        ["lynis"] = "Lynis",
        ["dclint"] = "dclint",
        ["composeLint"] = "compose-lint",
    };

    internal static string GetPeerName(string key) => Peers.GetValueOrDefault(key, key);

    internal static string GetName(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>A severity in its colour.</summary>
    internal static string ToHtml(Severity severity) =>
        $"""<span class="severity {GetName(severity)}">{GetName(severity)}</span>""";

    /// <summary>The severities of findings by default, that of findings without a tier first.</summary>
    internal static IEnumerable<Severity> GetSeverities(RuleDescriptor rule) =>
        rule.Tiers.Select(tier => tier.Severity).Prepend(rule.DefaultSeverity).Distinct();

    /// <summary>Words with spaces for hyphens, the first one with a capital.</summary>
    internal static string ToTitle(string words) => char.ToUpperInvariant(words[0]) + words[1..].Replace('-', ' ');

    /// <summary>A message with <c>…</c> for what differs from finding to finding.</summary>
    internal static string ToText(string template)
    {
        var text = new System.Text.StringBuilder(template.Length);
        for (int i = 0; i < template.Length; i++)
        {
            char c = template[i];
            bool isDoubled = c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c;
            if (c == '{' && !isDoubled)
            {
                text.Append('…');
                i = template.IndexOf('}', i);
                continue;
            }

            text.Append(c);
            i += isDoubled ? 1 : 0;
        }

        return text.ToString();
    }

    internal static string ToText(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>The cells of a rule in a list: id and name, severities, title.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="root">The way to the folder of the site.</param>
    internal static string[] GetCells(RuleDescriptor rule, string root) =>
        [
            GetLink(rule, root),
            string.Join(", ", GetSeverities(rule).Select(ToHtml)),
            $"""{Html.Encode(rule.Title)} <span class="name">{Html.Encode(rule.Name)}</span>""",
        ];

    internal static string GetLink(RuleDescriptor rule, string root) =>
        Html.Link(root + RuleDetailPages.GetPath(rule), rule.Id);
}
