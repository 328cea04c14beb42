using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine.ShellChecking;

/// <summary>The value of <c>--shellcheck</c>: who judges scripts under ShellCheck's numbers.</summary>
/// <param name="Path">
/// Absolute path of ShellCheck's program, which is asked too; <c>null</c> where the rules of this tool are all.
/// </param>
/// <param name="IsOff">Whether nobody does.</param>
internal sealed record ShellCheckSetting(string? Path, bool IsOff)
{
    internal const string OptionName = "--shellcheck";
    internal const string Off = "off";
    internal const string Auto = "auto";
    internal const string HelpName = "off|auto|PATH";

    /// <summary>What <c>--help</c> says of the option.</summary>
    internal const string Description =
        "Who finds in scripts what ShellCheck finds: auto, the rules of this tool; PATH, ShellCheck's program there "
        + "as well; off, nobody. Default: auto.";

    /// <summary>Reads the value.</summary>
    /// <exception cref="UsageException">It names a file that is not there.</exception>
    internal static ShellCheckSetting Read(string? value, string workingDirectory)
    {
        if (value is null or Auto or Off)
        {
            return new ShellCheckSetting(Path: null, value is Off);
        }

        string path =
            value.Length == 0 || value.Contains('\0') ? "" : System.IO.Path.GetFullPath(value, workingDirectory);
        return File.Exists(path)
            ? new ShellCheckSetting(path, IsOff: false)
            : throw new UsageException(
                $"{OptionName} '{value}' is no file. Give the path of ShellCheck's program, 'auto' for the rules of "
                    + "this tool alone, or 'off'."
            );
    }

    /// <summary>The rules of this tool that are not wanted.</summary>
    internal ImmutableArray<RuleDescriptor> FindIgnored(RuleSet rules) =>
        IsOff ? [.. rules.Descriptors.Where(rule => ShellCheckRules.Find(rule.Id) is not null)] : [];

    /// <summary>A rule set without the rules that are not wanted.</summary>
    internal RuleSet ApplyTo(RuleSet rules) =>
        FindIgnored(rules).Aggregate(rules, (current, rule) => current.With(rule, Severity.Off));
}
