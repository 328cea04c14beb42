using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;

namespace DockerfileLint.Site;

/// <summary>A standard that rules refer to.</summary>
/// <param name="Key">Its anchor.</param>
/// <param name="Taxonomy">Its entries.</param>
/// <param name="GetEntries">The entries that a rule refers to.</param>
internal sealed record Standard(
    string Key,
    SarifTaxonomy Taxonomy,
    Func<RuleDescriptor, IEnumerable<string>> GetEntries
)
{
    internal static Standard[] All { get; } =
    [
        new("cwe", SarifTaxonomy.Cwe, rule => rule.Cwe.Select(cwe => cwe.ToString(CultureInfo.InvariantCulture))),
        new("cis", SarifTaxonomy.Cis, rule => rule.Cis),
        new("nist", SarifTaxonomy.Nist, rule => rule.Nist),
        new("owasp", SarifTaxonomy.Owasp, rule => rule.Owasp),
    ];

    internal string GetAnchor(string entry) => $"{Key}-{entry}";

    /// <summary>The ids of the entries as people write them: <c>CWE-250</c>, <c>CIS 4.1</c>.</summary>
    internal IEnumerable<string> GetIds(RuleDescriptor rule) => GetEntries(rule).Select(GetId);

    internal string GetId(string entry) => $"{Key.ToUpperInvariant()}{(Key == "cwe" ? '-' : ' ')}{entry}";
}
