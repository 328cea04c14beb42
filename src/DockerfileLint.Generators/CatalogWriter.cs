namespace DockerfileLint.Generators;

/// <summary>Writes <c>RuleDescriptors</c> and <c>RuleCatalog</c>.</summary>
internal static class CatalogWriter
{
    internal static string WriteDescriptors(EquatableArray<RulePage> pages)
    {
        CodeWriter code = new CodeWriter()
            .Line("namespace DockerfileLint.Diagnostics;")
            .Line()
            .Line("/// <summary>The descriptors of this library's rules, from their pages.</summary>")
            .Open("internal static class RuleDescriptors");
        bool isFirst = true;
        foreach (RulePage page in pages)
        {
            if (!isFirst)
            {
                code.Line();
            }

            isFirst = false;
            WriteDescriptor(code, page);
        }

        return code.Close().ToString();
    }

    internal static string WriteCatalog(CatalogModel catalog)
    {
        CodeWriter code = new CodeWriter()
            .Line("namespace DockerfileLint.Rules;")
            .Line()
            .Open("public static partial class RuleCatalog");
        WriteArray(code, "global::DockerfileLint.Rules.Rule", "AllRules", catalog.Classes.Select(match => $"new global::{match.Class.FullName}()"));
        WriteArray(code, "global::DockerfileLint.Diagnostics.RuleDescriptor", "AllDescriptors", catalog.Pages.Select(page => $"global::DockerfileLint.Diagnostics.RuleDescriptors.{page.PropertyName}"));
        return code
            .Line("public static partial global::System.Collections.Immutable.ImmutableArray<global::DockerfileLint.Rules.Rule> Rules => AllRules;")
            .Line()
            .Line("public static partial global::System.Collections.Immutable.ImmutableArray<global::DockerfileLint.Diagnostics.RuleDescriptor> Descriptors => AllDescriptors;")
            .Close()
            .ToString();
    }

    private static void WriteArray(CodeWriter code, string type, string name, IEnumerable<string> items)
    {
        code.Line($"private static readonly global::System.Collections.Immutable.ImmutableArray<{type}> {name} =").Line("[");
        foreach (string item in items)
        {
            code.Line($"    {item},");
        }

        code.Line("];").Line();
    }

    private static void WriteDescriptor(CodeWriter code, RulePage page)
    {
        code.Line($"/// <summary>{page.Id}: {EscapeXml(page.Title)}.</summary>")
            .Open($"internal static global::DockerfileLint.Diagnostics.RuleDescriptor {page.PropertyName} {{ get; }} = new()")
            .Line($"Id = {Names.Literal(page.Id)},")
            .Line($"Name = {Names.Literal(page.Name)},")
            .Line($"Title = {Names.Literal(page.Title)},")
            .Line($"Summary = {Names.Literal(page.Summary)},")
            .Line($"Category = {Names.Literal(page.Category)},")
            .Line($"Kind = {Member("RuleKind", page.Kind)},")
            .Line($"DefaultSeverity = {Member("Severity", page.Severity)},")
            .Line($"EnabledSeverity = {Member("Severity", page.EnabledSeverity)},")
            .Line($"Precision = {Member("RulePrecision", page.Precision)},")
            .Line($"IsFixable = {(page.IsFixable ? "true" : "false")},")
            .Line($"HelpUri = {Names.Literal(page.HelpUri)},");
        if (page.SecuritySeverity is not null)
        {
            code.Line($"SecuritySeverity = {page.SecuritySeverity},");
        }

        WriteList(code, "Tiers", page.Tiers.Select(tier => $"new({Names.Literal(tier.Name)}, {Member("Severity", tier.Severity)})"));
        WriteList(code, "Messages", page.Messages.Select(message => $"new({Names.Literal(message.Id)}, {Names.Literal(message.Template)})"));
        WriteList(code, "Tags", page.Tags.Select(Names.Literal));
        WriteList(code, "Aliases", page.Aliases.Select(alias => $"new({Names.Literal(alias.Peer)}, [{string.Join(", ", alias.Ids.Select(Names.Literal))}])"));
        WriteList(code, "Supersedes", page.Supersedes.Select(superseded => Names.Literal(superseded.Id)));
        WriteList(code, "Cwe", page.Cwe);
        WriteList(code, "Cis", page.Cis.Select(Names.Literal));
        WriteList(code, "Nist", page.Nist.Select(Names.Literal));
        WriteList(code, "Owasp", page.Owasp.Select(Names.Literal));
        WriteList(code, "Options", page.Options.Select(option => $"new({Names.Literal(option.Name)}, {Names.Literal(option.Type)}, {Names.Literal(option.Default)})"));
        code.Close("};");
    }

    // Lists are empty unless the page says otherwise.
    private static void WriteList(CodeWriter code, string property, IEnumerable<string> items)
    {
        string[] all = [.. items];
        if (all.Length == 0)
        {
            return;
        }

        if (!all[0].StartsWith("new(", StringComparison.Ordinal))
        {
            code.Line($"{property} = [{string.Join(", ", all)}],");
            return;
        }

        code.Line($"{property} =").Line("[");
        foreach (string item in all)
        {
            code.Line($"    {item},");
        }

        code.Line("],");
    }

    private static string Member(string type, string kebab) => $"global::DockerfileLint.Diagnostics.{type}.{Names.ToPascalCase(kebab)}";

    private static string EscapeXml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
