using System.Globalization;
using System.Text;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Site;

/// <summary>The lists of rules by severity, by the ids of other tools and by standard.</summary>
internal static class ListPages
{
    internal const string SeveritiesPath = "severities.html";
    internal const string PeersPath = "peers.html";
    internal const string StandardsPath = "standards.html";

    private static readonly (Severity Severity, string Meaning)[] Severities =
    [
        (Severity.Error, "The build breaks, or the host or a secret is open."),
        (Severity.Warning, "A defect that most authors would mend at once."),
        (Severity.Info, "True and useful, but a matter of circumstances."),
        (Severity.Style, "How the file looks."),
        (Severity.Off, "Said only where a preset or a configuration asks for it."),
    ];

    /// <summary>Rules by their severity under the default preset, with what the other presets make of them.</summary>
    internal static string CreateSeverities(IReadOnlyList<RuleDescriptor> rules)
    {
        RuleSet[] presets = [.. Preset.Names.Where(name => name != Preset.Default).Select(Preset.Load)];
        string[] names = [.. Preset.Names.Where(name => name != Preset.Default)];
        var content = new StringBuilder(
            """
            <h1>Rules by severity</h1>
            <p class="lead">Under the default preset; the columns show what the other presets make of each rule.
            Where findings of a rule differ in severity, the rule is listed by the first one.</p>

            """
        );
        foreach ((Severity severity, string meaning) in Severities)
        {
            string name = RuleText.GetName(severity);
            content
                .Append(Html.Heading(2, name, RuleText.ToTitle(name)))
                .Append("<p>" + meaning + "</p>\n")
                .Append(
                    Html.Table(
                        $"Rules with the severity {name}",
                        ["Rule", "What it finds", .. names],
                        rules
                            .Where(rule => rule.DefaultSeverity == severity)
                            .Select(rule =>
                                (IEnumerable<string>)
                                    [
                                        RuleText.GetLink(rule, ""),
                                        Html.Encode(rule.Title),
                                        .. presets.Select(preset => RuleText.ToHtml(preset.GetSeverity(rule))),
                                    ]
                            )
                    )
                );
        }

        return Layout.Wrap(
            SeveritiesPath,
            "Rules by severity – dockerfile-lint",
            "The rules of dockerfile-lint by severity, under all presets.",
            content.ToString()
        );
    }

    /// <summary>The ids of other tools and the rules that are the same.</summary>
    internal static string CreatePeers(IReadOnlyList<RuleDescriptor> rules)
    {
        var content = new StringBuilder(
            """
            <h1>Rules by the ids of other tools</h1>
            <p class="lead">Commands and configurations take these ids as well.</p>

            """
        );
        ILookup<string, (string Id, RuleDescriptor Rule)> peers = (
            from rule in rules
            from alias in rule.Aliases
            from id in alias.Ids
            orderby id
            select (alias.Peer, Id: id, Rule: rule)
        ).ToLookup(one => one.Peer, one => (one.Id, one.Rule));
        foreach (
            IGrouping<string, (string Id, RuleDescriptor Rule)> peer in peers.OrderBy(
                peer => peer.Key,
                StringComparer.OrdinalIgnoreCase
            )
        )
        {
            string name = Html.Encode(RuleText.GetPeerName(peer.Key));
            content
                .Append(Html.Heading(2, peer.Key, name))
                .Append(
                    Html.Table(
                        $"Ids of {name}",
                        ["There", "Here"],
                        peer.GroupBy(one => one.Id, one => one.Rule)
                            .OrderBy(one => one.Key, StringComparer.Ordinal)
                            .Select(one => GetRow($"<code>{Html.Encode(one.Key)}</code>", [.. one]))
                    )
                );
        }

        return Layout.Wrap(
            PeersPath,
            "Rules by the ids of other tools – dockerfile-lint",
            "Which rule of dockerfile-lint is the same as a rule of hadolint, BuildKit, KICS, Trivy or Checkov.",
            content.ToString()
        );
    }

    /// <summary>The entries of standards and the rules that refer to them.</summary>
    internal static string CreateStandards(IReadOnlyList<RuleDescriptor> rules)
    {
        var content = new StringBuilder("<h1>Rules by standard</h1>\n");
        foreach (Standard standard in Standard.All)
        {
            var entries = rules
                .SelectMany(rule => standard.GetEntries(rule).Select(entry => (Entry: entry, Rule: rule)))
                .GroupBy(one => one.Entry, one => one.Rule)
                .OrderBy(
                    one => one.Key,
                    StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering)
                );
            string name = Html.Encode(standard.Taxonomy.Name);
            content
                .Append(Html.Heading(2, standard.Key, name))
                .Append("<p>")
                .Append(Html.Link(standard.Taxonomy.InformationUri, Html.Encode(standard.Taxonomy.Description)))
                .Append(" Version " + Html.Encode(standard.Taxonomy.Version) + ".</p>\n")
                .Append(
                    Html.Table(
                        name,
                        ["Entry", "Rules"],
                        entries.Select(one =>
                            GetRow(
                                $"""<span id="{standard.GetAnchor(one.Key)}">{standard.GetId(one.Key)}</span><br />"""
                                    + """<span class="entry">"""
                                    + Html.Encode(standard.Taxonomy.GetTitle(one.Key))
                                    + "</span>",
                                [.. one]
                            )
                        )
                    )
                );
        }

        return Layout.Wrap(
            StandardsPath,
            "Rules by standard – dockerfile-lint",
            "The rules of dockerfile-lint by CWE, CIS Docker Benchmark, NIST SP 800-190 and OWASP cheat sheet.",
            content.ToString()
        );
    }

    private static IEnumerable<string> GetRow(string head, RuleDescriptor[] rules) =>
        [
            head,
            """<ul class="plain">"""
                + string.Concat(
                    rules.Select(rule => $"<li>{RuleText.GetLink(rule, "")} {Html.Encode(rule.Title)}</li>")
                )
                + "</ul>",
        ];
}
