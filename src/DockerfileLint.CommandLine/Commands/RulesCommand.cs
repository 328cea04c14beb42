using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>rules</c>: all rules as a table or as data.</summary>
internal sealed class RulesCommand : Command
{
    internal const string CommandName = "rules";

    private const int MinTitleWidth = 40;

    internal RulesCommand(RuleLookup rules, CommandLineEnvironment environment)
        : base(CommandName, "Lists the rules with their severities under a preset.")
    {
        Option<string> format = ChoiceOption.Create(
            "--format",
            "Form of the list. Default: text.",
            "text",
            "json",
            "markdown"
        );
        Option<string> preset = ChoiceOption.Create("--preset", "The preset. Default: default.", [.. Preset.Names]);
        Options.Add(format);
        Options.Add(preset);
        SetAction(result =>
        {
            RuleSet ruleSet = rules.Load(result.GetValue(preset) ?? Preset.Default);
            switch (result.GetValue(format))
            {
                case "json":
                    WriteJson(ruleSet, environment.StandardOutput);
                    break;
                case "markdown":
                    WriteMarkdown(ruleSet, environment.StandardOutput);
                    break;
                default:
                    WriteText(ruleSet, environment);
                    break;
            }

            return ExitCodes.Clean;
        });
    }

    private static string ToText(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>Writes a line for each rule, and two where a title has too little room behind the rest.</summary>
    private static void WriteText(RuleSet rules, CommandLineEnvironment environment)
    {
        using StreamWriter writer = CommandLineEnvironment.CreateWriter(environment.StandardOutput);
        int nameWidth = rules.Descriptors.Select(rule => rule.Name.Length).DefaultIfEmpty().Max();
        foreach (RuleDescriptor rule in rules.Descriptors)
        {
            string start = $"{rule.Id}  {rule.Name.PadRight(nameWidth)}  {ToText(rules.GetSeverity(rule)), -7}  ";
            int width = environment.TerminalWidth is { } columns ? columns - start.Length : 0;
            if (width < MinTitleWidth && environment.TerminalWidth is { } narrow)
            {
                writer.WriteLine(start.TrimEnd());
                start = new string(' ', rule.Id.Length + 2);
                width = Math.Max(narrow - start.Length, MinTitleWidth);
            }

            foreach (string line in WrappedText.Wrap(rule.Title, width))
            {
                writer.WriteLine(start + line);
                start = new string(' ', start.Length);
            }
        }
    }

    private static void WriteMarkdown(RuleSet rules, Stream output)
    {
        using StreamWriter writer = CommandLineEnvironment.CreateWriter(output);
        writer.WriteLine("| Rule | Name | Severity | Title |");
        writer.WriteLine("|---|---|---|---|");
        foreach (RuleDescriptor rule in rules.Descriptors)
        {
            string id = rule.HelpUri is null ? rule.Id : $"[{rule.Id}]({rule.HelpUri})";
            writer.WriteLine(
                $"| {id} | {rule.Name} | {ToText(rules.GetSeverity(rule))} "
                    + $"| {rule.Title.Replace("|", "\\|", StringComparison.Ordinal)} |"
            );
        }
    }

    private static void WriteJson(RuleSet rules, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartArray();
            foreach (RuleDescriptor rule in rules.Descriptors)
            {
                WriteJson(rule, rules, writer);
            }

            writer.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteJson(RuleDescriptor rule, RuleSet rules, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", rule.Id);
        writer.WriteString("name", rule.Name);
        writer.WriteString("title", rule.Title);
        writer.WriteString("category", rule.Category);
        writer.WriteString("severity", ToText(rules.GetSeverity(rule)));
        writer.WriteStartObject("tiers");
        foreach (RuleTier tier in rule.Tiers)
        {
            writer.WriteString(tier.Name, ToText(rules.GetSeverity(rule, tier.Name)));
        }

        writer.WriteEndObject();
        WriteArray(writer, "tags", rule.Tags);
        writer.WriteStartObject("aliases");
        foreach (RuleAlias alias in rule.Aliases)
        {
            WriteArray(writer, alias.Peer, alias.Ids);
        }

        writer.WriteEndObject();
        WriteArray(writer, "supersedes", rule.Supersedes);
        writer.WriteStartArray("cwe");
        foreach (int cwe in rule.Cwe)
        {
            writer.WriteNumberValue(cwe);
        }

        writer.WriteEndArray();
        WriteArray(writer, "cis", rule.Cis);
        writer.WriteBoolean("fixable", rule.IsFixable);
        if (rule.Fix is { } fix)
        {
            writer.WriteString("fix", fix.ToString().ToLowerInvariant());
        }

        if (rule.HelpUri is not null)
        {
            writer.WriteString("helpUri", rule.HelpUri);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, string name, ImmutableArray<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
