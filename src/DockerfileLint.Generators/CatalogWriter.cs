using System.Globalization;

namespace DockerfileLint.Generators;

/// <summary>Writes <c>RuleDescriptors</c> and <c>RuleCatalog</c>.</summary>
internal static class CatalogWriter
{
    private const string DescriptorType = "global::DockerfileLint.Diagnostics.RuleDescriptor";
    private const string RuleType = "global::DockerfileLint.Rules.Rule";
    private const string BehaviourType = "global::DockerfileLint.Diagnostics.RuleBehaviour";
    private const string ArrayType = "global::System.Collections.Immutable.ImmutableArray";

    internal static string WriteDescriptors(EquatableArray<RulePage> pages)
    {
        CodeWriter code = new CodeWriter()
            .Line("namespace DockerfileLint.Diagnostics;")
            .Line()
            .Line("/// <summary>The descriptors of this library's rules, from their pages.</summary>")
            .Open("internal static class RuleDescriptors")
            .Line("/// <summary>All of them by id.</summary>")
            .Line($"internal static readonly {ArrayType}<{DescriptorType}> All =")
            .Line("[");
        foreach (RulePage page in pages)
        {
            string[] lines = [.. GetRecord(page)];
            code.Line("    global::DockerfileLint.Diagnostics.RuleDescriptorReader.Read(");
            for (int i = 0; i < lines.Length; i++)
            {
                code.Line(
                    i + 1 < lines.Length
                        ? $"        {Names.Literal(lines[i] + "\n")} +"
                        : $"        {Names.Literal(lines[i])}),"
                );
            }
        }

        code.Line("];");
        for (int i = 0; i < pages.Length; i++)
        {
            code.Line()
                .Line($"/// <summary>{pages[i].Id}: {EscapeXml(pages[i].Title)}.</summary>")
                .Line(
                    $"internal static {DescriptorType} {pages[i].PropertyName} => "
                        + $"All[{i.ToString(CultureInfo.InvariantCulture)}];"
                );
        }

        return code.Close().ToString();
    }

    internal static string WriteCatalog(CatalogModel catalog)
    {
        CodeWriter code = new CodeWriter()
            .Line("namespace DockerfileLint.Rules;")
            .Line()
            .Open("public static partial class RuleCatalog");
        WriteRules(code, "AllRules", catalog, behaviour: "");
        code.Line()
            .Line($"public static partial {ArrayType}<{RuleType}> Rules => AllRules;")
            .Line()
            .Open(
                $"internal static partial {ArrayType}<{RuleType}> GetRulesOf({BehaviourType} behaviour) => "
                    + "behaviour switch"
            );
        string[] behaviours = [.. PageSchema.Behaviours.Select(PageSchema.GetBehaviourMember)];
        foreach (string behaviour in behaviours)
        {
            code.Line($"{BehaviourType}.{behaviour} => {behaviour}Rules.All,");
        }

        code.Line("_ => AllRules,").Close("};");
        foreach (string behaviour in behaviours)
        {
            // A class of its own, so that these are made only where somebody asks for them.
            code.Line().Open($"private static class {behaviour}Rules");
            WriteRules(code, "All", catalog, behaviour, "internal");
            code.Close();
        }

        return code.Line()
            .Line(
                $"public static partial {ArrayType}<{DescriptorType}> Descriptors => "
                    + $"global::DockerfileLint.Diagnostics.RuleDescriptors.All;"
            )
            .Close()
            .ToString();
    }

    private static void WriteRules(
        CodeWriter code,
        string name,
        CatalogModel catalog,
        string behaviour,
        string accessibility = "private"
    )
    {
        code.Line($"{accessibility} static readonly {ArrayType}<{RuleType}> {name} =").Line("[");
        IEnumerable<(MatchedClass Class, MatchedRule Rule)> rules =
            from match in catalog.Classes
            from rule in match.Rules
            where rule.Rule.Behaviour == behaviour
            select (match, rule);
        foreach (
            (MatchedClass match, MatchedRule rule) in rules.OrderBy(each => each.Rule.Page.Id, StringComparer.Ordinal)
        )
        {
            string instance = $"new global::{match.Class.FullName}({string.Join(", ", rule.Rule.Arguments)})";
            code.Line(
                match.IsShared
                    ? $"    {instance} {{ {RuleClassWriter.OwnDescriptor} = "
                        + $"{MessageWriter.GetDescriptor(rule.Page)} }},"
                    : $"    {instance},"
            );
        }

        code.Line("];");
    }

    /// <summary>The lines that <c>RuleDescriptorReader</c> reads.</summary>
    internal static IEnumerable<string> GetRecord(RulePage page) =>
        [
            Join("id", page.Id),
            Join("name", page.Name),
            Join("title", page.Title),
            Join("summary", page.Summary),
            Join("category", page.Category),
            Join("kind", page.Kind),
            Join("severity", page.Severity),
            Join("enabled-severity", page.EnabledSeverity),
            .. page.Edition is null ? [] : new[] { Join("edition", page.Edition) },
            .. GetList("raised", page.Raised),
            Join("precision", page.Precision),
            .. page.OncePer == "place" ? [] : new[] { Join("once-per", page.OncePer) },
            .. page.SecuritySeverity is null ? [] : new[] { Join("security-severity", page.SecuritySeverity) },
            .. page.Fix is null
                ? []
                : new[] { Join(["fix", page.Fix, .. page.FixEffect is null ? [] : new[] { page.FixEffect }]) },
            Join("help-uri", page.HelpUri),
            .. page.Messages.Select(message =>
                Join(["message", message.Id, message.Template, .. message.Help is null ? [] : new[] { message.Help }])
            ),
            .. page.Tiers.Select(tier => Join("tier", tier.Name, tier.Severity)),
            .. page.Aliases.Select(alias => Join(["aliases", alias.Peer, .. alias.Ids])),
            .. page.Options.Select(option =>
                Join(["option", option.Name, option.Type, option.Default, .. GetBounds(option)])
            ),
            .. GetList("tags", page.Tags),
            .. GetList("supersedes", page.Supersedes.Select(superseded => superseded.Id)),
            .. GetList("behaviours", page.Behaviours.Select(behaviour => behaviour.Peer)),
            .. GetList("cwe", page.Cwe),
            .. GetList("cis", page.Cis),
            .. GetList("nist", page.Nist),
            .. GetList("owasp", page.Owasp),
        ];

    private static string[] GetBounds(RulePageOption option) =>
        option.Type == PageOptionType.Integer
            ? [PageOptionType.ToText(option.Minimum), PageOptionType.ToText(option.Maximum)]
            : [];

    private static string[] GetList(string key, IEnumerable<string> items) =>
        items.Any() ? [Join([key, .. items])] : [];

    private static string Join(params string[] parts) =>
        string.Join("\t", parts.Select(part => part.Replace('\t', ' ')));

    private static string EscapeXml(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
