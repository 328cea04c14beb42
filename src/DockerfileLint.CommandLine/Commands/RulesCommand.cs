using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>rules</c>: all rules as a table or as data.</summary>
internal sealed class RulesCommand : Command
{
    internal const string CommandName = "rules";

    internal RulesCommand(RuleLookup rules, CommandLineEnvironment environment)
        : base(CommandName, "Lists the rules with their severities under the default preset.")
    {
        Option<string> format = ChoiceOption.Create(
            "--format",
            "Form of the list. Default: text.",
            "text",
            "json",
            "markdown"
        );
        Options.Add(format);
        SetAction(result =>
        {
            ImmutableArray<RuleDescriptor> descriptors = rules.Load(Preset.Default).Descriptors;
            switch (result.GetValue(format))
            {
                case "json":
                    WriteJson(descriptors, environment.StandardOutput);
                    break;
                case "markdown":
                    WriteMarkdown(descriptors, environment.StandardOutput);
                    break;
                default:
                    WriteText(descriptors, environment.StandardOutput);
                    break;
            }

            return ExitCodes.Clean;
        });
    }

    private static string ToText(Severity severity) => severity.ToString().ToLowerInvariant();

    private static void WriteText(ImmutableArray<RuleDescriptor> rules, Stream output)
    {
        using StreamWriter writer = CommandLineEnvironment.CreateWriter(output);
        int nameWidth = rules.Select(rule => rule.Name.Length).DefaultIfEmpty().Max();
        foreach (RuleDescriptor rule in rules)
        {
            writer.WriteLine(
                $"{rule.Id}  {rule.Name.PadRight(nameWidth)}  {ToText(rule.DefaultSeverity), -7}  {rule.Title}"
            );
        }
    }

    private static void WriteMarkdown(ImmutableArray<RuleDescriptor> rules, Stream output)
    {
        using StreamWriter writer = CommandLineEnvironment.CreateWriter(output);
        writer.WriteLine("| Rule | Name | Severity | Title |");
        writer.WriteLine("|---|---|---|---|");
        foreach (RuleDescriptor rule in rules)
        {
            string id = rule.HelpUri is null ? rule.Id : $"[{rule.Id}]({rule.HelpUri})";
            writer.WriteLine(
                $"| {id} | {rule.Name} | {ToText(rule.DefaultSeverity)} | {rule.Title.Replace("|", "\\|", StringComparison.Ordinal)} |"
            );
        }
    }

    private static void WriteJson(ImmutableArray<RuleDescriptor> rules, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartArray();
            foreach (RuleDescriptor rule in rules)
            {
                WriteJson(rule, writer);
            }

            writer.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteJson(RuleDescriptor rule, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", rule.Id);
        writer.WriteString("name", rule.Name);
        writer.WriteString("title", rule.Title);
        writer.WriteString("category", rule.Category);
        writer.WriteString("severity", ToText(rule.DefaultSeverity));
        writer.WriteStartObject("tiers");
        foreach (RuleTier tier in rule.Tiers)
        {
            writer.WriteString(tier.Name, ToText(tier.Severity));
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
