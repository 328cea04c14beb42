using System.Text;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Site;

/// <summary>The page of each rule.</summary>
internal static class RuleDetailPages
{
    private const string Folder = "rules";

    private static readonly (string Name, RuleSet Rules)[] Presets =
    [
        .. Preset.Names.Select(name => (name, Preset.Load(name))),
    ];

    /// <summary>The path of a rule's page, which its help address leads to.</summary>
    internal static string GetPath(RuleDescriptor rule) => $"{Folder}/{rule.Id}.html";

    /// <summary>The page of the rule at an index of all.</summary>
    internal static string Create(IReadOnlyList<RuleDescriptor> rules, int index, Prose prose)
    {
        RuleDescriptor rule = rules[index];
        string path = GetPath(rule);
        string root = Layout.GetRoot(path);
        string markdown =
            RulePage.ReadBody(rule) ?? throw new InvalidOperationException($"{rule.Id} has no page to be shown.");
        string family = RuleFamilies.GetKey(rule);
        string start = root + StartPage.Path;
        var content = new StringBuilder(
            $"""
            <nav class="trail" aria-label="Where this is"><a href="{start}">Rules</a>
            / <a href="{start}#{family}">{Html.Encode(
                RuleFamilies.GetTitle(family)
            )}</a> / <a href="{start}#{family}-{rule.Category}">{RuleText.ToTitle(rule.Category)}</a></nav>
            <h1><span class="id">{rule.Id}</span> {Html.Encode(rule.Title)}</h1>
            <p class="name">{Html.Encode(rule.Name)}</p>
            <div class="columns">
            <article>

            """
        );
        content
            .Append(prose.ToHtml(markdown, Folder, root, rule.Id, isHeadless: true))
            .Append(CreateMessages(rule))
            .Append(CreateOptions(rule))
            .Append(CreatePresets(rule))
            .Append("</article>\n")
            .Append(CreateFacts(rules, rule, root))
            .Append("</div>\n")
            .Append(CreateNeighbours(rules, index, root));
        return Layout.Wrap(path, $"{rule.Id}: {rule.Title}", rule.Summary, content.ToString());
    }

    private static string CreateMessages(RuleDescriptor rule) =>
        Html.Heading(2, "messages", "Messages")
        + """<dl class="messages">"""
        + string.Concat(
            rule.Messages.Select(message =>
                $"<dt>{Html.Encode(RuleText.ToText(message.Text))}</dt>"
                + (message.Help is null ? "" : $"<dd>{Html.Encode(RuleText.ToText(message.Help))}</dd>")
            )
        )
        + "</dl>\n";

    private static string CreateOptions(RuleDescriptor rule) =>
        rule.Options.IsEmpty
            ? ""
            : Html.Heading(2, "options", "Options")
                + Html.Table(
                    "Options",
                    ["Option", "Values", "Default"],
                    rule.Options.Select(option =>
                        (IEnumerable<string>)
                            [Html.Code(option.Name), Html.Encode(option.Allowed), GetDefault(option.DefaultValue)]
                    )
                );

    private static string GetDefault(object value) =>
        value switch
        {
            bool isOn => Html.Code(isOn ? "true" : "false"),
            IEnumerable<string> list => list.Any() ? string.Join(", ", list.Select(Html.Code)) : "none",
            string { Length: 0 } => "none",
            _ => Html.Code(value.ToString()!),
        };

    /// <summary>Severities by preset, with a column for each kind of finding that the rule tells apart.</summary>
    private static string CreatePresets(RuleDescriptor rule)
    {
        if (rule.Kind == RuleKind.Notification)
        {
            return "";
        }

        string[] heads =
        [
            "Preset",
            rule.Tiers.IsEmpty ? "Severity" : "Severity of most findings",
            .. rule.Tiers.Select(tier => tier.Name.Replace('-', ' ')),
        ];
        return Html.Heading(2, "presets", "Severity by preset")
            + Html.Table(
                "Severity by preset",
                heads,
                Presets.Select(preset =>
                    (IEnumerable<string>)
                        [
                            Html.Code(preset.Name),
                            RuleText.ToHtml(preset.Rules.GetSeverity(rule)),
                            .. rule.Tiers.Select(tier => RuleText.ToHtml(preset.Rules.GetSeverity(rule, tier.Name))),
                        ]
                )
            );
    }

    private static string CreateFacts(IReadOnlyList<RuleDescriptor> rules, RuleDescriptor rule, string root)
    {
        var facts = new List<(string Name, string Value)>
        {
            ("Severity", string.Join(", ", RuleText.GetSeverities(rule).Select(RuleText.ToHtml))),
        };
        if (rule.DefaultSeverity == Severity.Off)
        {
            facts.Add(("Once turned on", RuleText.ToHtml(rule.EnabledSeverity)));
        }

        facts.Add(("Since edition", rule.Edition.ToString()));
        if (rule.Raised is { } raised)
        {
            facts.Add(($"Before {raised.Edition}", RuleText.ToHtml(raised.Before)));
        }

        facts.Add(("Precision", rule.Precision == RulePrecision.VeryHigh ? "very high" : GetWord(rule.Precision)));
        if (rule.SecuritySeverity is { } security)
        {
            facts.Add(("Security severity", $"{RuleText.ToText(security)} of 10"));
        }

        facts.Add(("Fix", GetFix(rule)));
        if (!rule.Behaviours.IsEmpty)
        {
            facts.Add(
                ("Can judge as", string.Join(", ", rule.Behaviours.Select(peer => RuleText.GetPeerName(GetWord(peer)))))
            );
        }

        foreach (RuleAlias alias in rule.Aliases)
        {
            facts.Add(
                (
                    $"""In <a href="{root}{ListPages.PeersPath}#{alias.Peer}">{RuleText.GetPeerName(alias.Peer)}</a>""",
                    string.Join(", ", alias.Ids.Select(Html.Code))
                )
            );
        }

        foreach (Standard standard in Standard.All)
        {
            string[] entries = [.. standard.GetEntries(rule)];
            if (entries.Length > 0)
            {
                facts.Add(
                    (
                        Html.Encode(standard.Taxonomy.Name),
                        string.Join(
                            "<br />",
                            entries.Select(entry =>
                                Html.Link(
                                    $"{root}{ListPages.StandardsPath}#{standard.GetAnchor(entry)}",
                                    Html.Encode(
                                        $"{standard.Taxonomy.GetId(entry)}: {standard.Taxonomy.GetTitle(entry)}"
                                    )
                                )
                            )
                        )
                    )
                );
            }
        }

        Add("Silences at its place", rules.Where(other => rule.Supersedes.Contains(other.Id)));
        Add("Is silent where", rules.Where(other => other.Supersedes.Contains(rule.Id)));
        return """<aside aria-label="Facts"><dl class="facts">"""
            + string.Concat(facts.Select(fact => $"<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>\n"))
            + "</dl></aside>\n";

        void Add(string name, IEnumerable<RuleDescriptor> others)
        {
            string links = string.Join(", ", others.Select(other => RuleText.GetLink(other, root)));
            if (links.Length > 0)
            {
                facts.Add((name, links));
            }
        }
    }

    private static string GetFix(RuleDescriptor rule) =>
        rule.Fix switch
        {
            null => "none",
            FixApplicability.Unsafe => $"unsafe: {Html.Encode(rule.FixEffect ?? "")}",
            FixApplicability.Safe => "safe: what the file means stays, which is proven for each file",
            { } other => $"{GetWord(other)}: shown, never applied",
        };

    private static string GetWord<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string CreateNeighbours(IReadOnlyList<RuleDescriptor> rules, int index, string root)
    {
        string before = index > 0 ? GetLink(rules[index - 1], "prev", "← ") : "<span></span>";
        string after = index < rules.Count - 1 ? GetLink(rules[index + 1], "next", "") : "<span></span>";
        return $"""<nav class="neighbours" aria-label="Neighbouring rules">{before} {after}</nav>""" + "\n";

        string GetLink(RuleDescriptor rule, string relation, string arrow) =>
            $"""<a rel="{relation}" href="{root}{GetPath(rule)}">{arrow}{rule.Id} {Html.Encode(rule.Title)}{(
                relation == "next" ? " →" : ""
            )}</a>""";
    }
}
