using System.Collections.Immutable;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>The rules that the command line knows: the library's and those that the caller added.</summary>
internal sealed class RuleLookup
{
    private readonly Rule[] _added;

    /// <param name="addRules">Adds rules to those of the library, or <c>null</c>.</param>
    /// <exception cref="UsageException">A rule cannot be made, or not stand beside the others.</exception>
    internal RuleLookup(Action<ICollection<Rule>>? addRules)
    {
        var added = new List<Rule>();
        try
        {
            addRules?.Invoke(added);
            _added = [.. added];
            if (_added.Length > 0)
            {
                Load(Preset.Default);
            }
        }
        catch (Exception exception) when (FindRefusal(exception) is { } refusal)
        {
            throw new UsageException($"The rules of this program: {refusal}");
        }
    }

    /// <summary>The rule set of a preset with the added rules.</summary>
    internal RuleSet Load(string preset) => _added.Length == 0 ? Preset.Load(preset) : Preset.Load(preset).Add(_added);

    /// <summary>The rules of a list of ids, names or other tools' ids.</summary>
    /// <param name="rules">Where to look.</param>
    /// <param name="option">Whose value it is, for the message.</param>
    /// <param name="values">Each one or several with commas between them.</param>
    /// <exception cref="UsageException">One of them is unknown.</exception>
    internal static ImmutableArray<RuleDescriptor> Find(RuleSet rules, string option, IEnumerable<string> values) =>
        [
            .. values
                .SelectMany(value =>
                    value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )
                .SelectMany(value => Find(rules, option, value)),
        ];

    /// <summary>The rules known under an id, a name or another tool's id.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    internal static ImmutableArray<RuleDescriptor> Find(RuleSet rules, string option, string value)
    {
        ImmutableArray<RuleDescriptor> found = [.. rules.Find(value)];
        if (found.IsEmpty && ShellCheckRules.Find(value.ToUpperInvariant()) is { } external)
        {
            return [external];
        }

        if (found.IsEmpty)
        {
            string suggestion = Suggestion.For(
                value,
                rules.Descriptors.SelectMany(rule => new[] { rule.Id, rule.Name })
            );
            throw new UsageException(
                $"{option}: there is no rule '{value}'.{suggestion} 'dockerfile-lint rules' lists the ids and names."
            );
        }

        return found;
    }

    /// <summary>What the library has against a rule; descriptors are often made in static fields.</summary>
    private static string? FindRefusal(Exception exception) =>
        (exception is TypeInitializationException ? exception.InnerException : exception) is ArgumentException refusal
            ? refusal.Message.Split(" (Parameter '")[0]
            : null;
}
