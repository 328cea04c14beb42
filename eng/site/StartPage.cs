using System.Globalization;
using System.Text;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Site;

/// <summary>The start page: all rules by family and category, and the search over them.</summary>
internal static class StartPage
{
    internal const string Path = "index.html";

    internal static string Create(IReadOnlyList<RuleDescriptor> rules)
    {
        var content = new StringBuilder();
        int fixes = rules.Count(rule => rule.IsFixable);
        content.Append(
            CultureInfo.InvariantCulture,
            $"""
            <h1>Rules</h1>
            <p class="lead">{rules.Count} rules for Dockerfiles and Compose files, {fixes} of them with fixes.
            Each has a page: what it finds, why that matters, what to write instead.</p>
            <form id="search" role="search">
            <label for="query">Search by id, word, standard or another tool’s id</label>
            <input type="search" id="query" name="q" autocomplete="off" spellcheck="false"
              placeholder="DL3008, root, CWE-250, CKV_DOCKER_3" />
            <p id="count" role="status"></p>
            </form>
            <section id="results" hidden="hidden" aria-label="Search results"></section>
            <div id="all">

            """
        );
        IGrouping<string, RuleDescriptor>[] families = [.. RuleFamilies.Group(rules)];
        content.Append("""<nav aria-label="Families"><ul class="families">""");
        foreach (IGrouping<string, RuleDescriptor> family in families)
        {
            content
                .Append("<li>")
                .Append(Html.Link("#" + family.Key, Html.Encode(RuleFamilies.GetTitle(family.Key))))
                .Append(CultureInfo.InvariantCulture, $" <span class=\"faint\">{family.Count()}</span><ul>");
            foreach (IGrouping<string, RuleDescriptor> category in GroupByCategory(family))
            {
                content
                    .Append("<li>")
                    .Append(Html.Link("#" + GetAnchor(family, category), RuleText.ToTitle(category.Key)))
                    .Append("</li>");
            }

            content.Append("</ul></li>\n");
        }

        content.Append("</ul></nav>\n");
        foreach (IGrouping<string, RuleDescriptor> family in families)
        {
            string title = RuleFamilies.GetTitle(family.Key);
            content.Append(Html.Heading(2, family.Key, Html.Encode(title)));
            foreach (IGrouping<string, RuleDescriptor> category in GroupByCategory(family))
            {
                string name = RuleText.ToTitle(category.Key);
                content
                    .Append(Html.Heading(3, GetAnchor(family, category), name))
                    .Append("""<table class="rules"><thead class="unseen"><tr><th>Rule</th><th>Severity</th>""")
                    .Append("<th>What it finds</th></tr></thead><tbody>\n");
                foreach (RuleDescriptor rule in category)
                {
                    string[] cells = RuleText.GetCells(rule, "");
                    content.Append(
                        $"""<tr data-words="{Html.Encode(GetWords(rule))}"><th scope="row">{cells[0]}</th>"""
                            + $"<td>{cells[1]}</td><td>{cells[2]}</td></tr>"
                            + "\n"
                    );
                }

                content.Append("</tbody></table>\n");
            }
        }

        content.Append("</div>\n");
        return Layout.Wrap(
            Path,
            "Rules of dockerfile-lint",
            "All rules of dockerfile-lint for Dockerfiles and Compose files, with a search.",
            content.ToString()
        );
    }

    private static IEnumerable<IGrouping<string, RuleDescriptor>> GroupByCategory(IEnumerable<RuleDescriptor> rules) =>
        rules.GroupBy(rule => rule.Category).OrderBy(category => category.Key, StringComparer.Ordinal);

    private static string GetAnchor(
        IGrouping<string, RuleDescriptor> family,
        IGrouping<string, RuleDescriptor> category
    ) => $"{family.Key}-{category.Key}";

    /// <summary>What a rule is found by besides what its row shows: ids elsewhere first, then prose.</summary>
    private static string GetWords(RuleDescriptor rule) =>
        string.Join(
            ' ',
            [
                .. rule.Aliases.SelectMany(alias => alias.Ids),
                .. Standard.All.SelectMany(standard => standard.GetIds(rule)),
                .. rule.Tags,
                rule.IsFixable ? "fix" : "",
                "|",
                rule.Summary,
                .. rule.Messages.Select(message => RuleText.ToText(message.FullText)),
            ]
        );
}
