using System.CommandLine;
using DockerfileLint.CommandLine.Output;
using DockerfileLint.CommandLine.ShellChecking;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The command <c>explain</c>: the page of a rule.</summary>
internal sealed class ExplainCommand : Command
{
    internal const string CommandName = "explain";

    internal ExplainCommand(RuleLookup rules, CommandLineEnvironment environment)
        : base(CommandName, "Shows what a rule finds, why it matters and what to do.")
    {
        var rule = new Argument<string>("ID|NAME")
        {
            Description = "Id or name of the rule, or its id in another tool.",
        };
        Arguments.Add(rule);
        SetAction(result =>
        {
            string separator = "";
            using StreamWriter writer = CommandLineEnvironment.CreateWriter(environment.StandardOutput);
            foreach (
                RuleDescriptor descriptor in RuleLookup.Find(
                    rules.Load(Preset.Default),
                    CommandName,
                    result.GetRequiredValue(rule)
                )
            )
            {
                writer.Write(separator);
                Write(descriptor, writer, environment);
                separator = "\n";
            }

            return ExitCodes.Clean;
        });
    }

    private static void Write(RuleDescriptor rule, StreamWriter writer, CommandLineEnvironment environment)
    {
        if (rule.Kind == RuleKind.External)
        {
            writer.WriteLine(
                $"# {rule.Id}\n\n{rule.Summary} It is asked with '{ShellCheckSetting.OptionName}'; the severity is "
                    + $"the one that it gives.\n\nPage: {rule.HelpUri}"
            );
            return;
        }

        string page = RulePage.GetMarkdown(rule) ?? $"# {rule.Id}: {rule.Name}\n\n{rule.Summary}\n";
        writer.Write(
            environment.IsTerminal
                ? PageText.ToTerminal(page, environment.TerminalWidth ?? int.MaxValue, environment.IsColorWanted)
                : page
        );

        writer.WriteLine();
        writer.WriteLine(
            $"Severity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}"
                + string.Concat(
                    rule.Tiers.Select(tier => $", {tier.Name}: {tier.Severity.ToString().ToLowerInvariant()}")
                )
        );
        WriteList(writer, "Edition", RulePage.GetMarkdown(rule) is null ? [] : [rule.Edition.ToString()]);
        WriteList(
            writer,
            "Fix",
            rule.Fix is { } fix ? [rule.FixEffect is null ? ToText(fix) : $"{ToText(fix)}. {rule.FixEffect}"] : []
        );
        WriteList(writer, "Tags", rule.Tags);
        WriteList(writer, "CWE", rule.Cwe.Select(cwe => $"CWE-{cwe}"));
        WriteList(writer, "CIS Docker Benchmark 1.8.0", rule.Cis);
        foreach (RuleAlias alias in rule.Aliases)
        {
            WriteList(writer, $"In {alias.Peer}", alias.Ids);
        }

        foreach (RuleOption option in rule.Options)
        {
            writer.WriteLine($"Option {option.Name}: {option.Allowed}");
        }

        WriteList(writer, "Page", rule.HelpUri is null ? [] : [rule.HelpUri]);
    }

    private static string ToText(FixApplicability fix) => fix.ToString().ToLowerInvariant();

    private static void WriteList(StreamWriter writer, string label, IEnumerable<string> values)
    {
        string list = string.Join(", ", values);
        if (list.Length > 0)
        {
            writer.WriteLine($"{label}: {list}");
        }
    }
}
