using System.Collections.Immutable;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Configuration;

/// <summary>What a configuration says about one rule, or about those of a pattern. Immutable.</summary>
/// <param name="Name">The key as it is written.</param>
/// <param name="Rules">The rules that it names.</param>
/// <param name="Location">Where the key is written.</param>
internal sealed record RuleEntry(string Name, ImmutableArray<RuleDescriptor> Rules, Location Location)
{
    /// <summary>
    /// One of <see cref="SeverityWord.All"/>, or <c>null</c> where the entry leaves the severity alone.
    /// </summary>
    internal string? Severity { get; init; }

    internal RuleBehaviour? Behaviour { get; init; }

    internal ImmutableArray<OptionEntry> Options { get; init; } = [];

    /// <summary>The rules with what the entry says.</summary>
    internal RuleSet ApplyTo(RuleSet rules)
    {
        foreach (RuleDescriptor rule in Rules)
        {
            // What cannot be read must not look clean, whatever a pattern covers.
            if (Severity is not null && !IsFixed(rule))
            {
                rules = SeverityWord.Apply(rules, rule, Severity) ?? rules;
            }

            if (Behaviour is { } behaviour && (behaviour == RuleBehaviour.Own || rule.Behaviours.Contains(behaviour)))
            {
                rules = rules.WithBehaviour(rule, behaviour);
            }
        }

        foreach (OptionEntry option in Options)
        {
            rules = rules.WithOptions(option.Rule, rules.GetOptions(option.Rule).With(option.Option, option.Value));
        }

        return rules;
    }

    /// <summary>Whether no configuration changes a rule's severity: the parsers' word that a file is broken.</summary>
    internal static bool IsFixed(RuleDescriptor rule) =>
        rule is { Kind: RuleKind.Notification } or { Kind: RuleKind.Parser, IsBuildError: true };
}

/// <summary>The value of a rule's option.</summary>
internal readonly record struct OptionEntry(RuleDescriptor Rule, RuleOption Option, object Value);
