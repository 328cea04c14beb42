using System.Collections.Immutable;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Configuration;

/// <summary>The words by which a configuration gives a rule its severity.</summary>
internal static class SeverityWord
{
    /// <summary>The rule's own severity, or the one that it has once it is turned on.</summary>
    private const string On = "on";

    /// <summary>The severity of the rule's page, be it off.</summary>
    internal const string Default = "default";

    /// <summary>The words.</summary>
    internal static ImmutableArray<string> All { get; } = ["error", "warning", "info", "style", "off", On, Default];

    /// <summary>The rules with what a word says about one of them; <c>null</c> where it is none of the words.</summary>
    internal static RuleSet? Apply(RuleSet rules, RuleDescriptor rule, string word) =>
        word switch
        {
            On when rule.DefaultSeverity == Severity.Off => rules.With(rule, rule.EnabledSeverity),
            On or Default => rules.WithDefaultSeverity(rule),
            "error" => rules.With(rule, Severity.Error),
            "warning" => rules.With(rule, Severity.Warning),
            "info" => rules.With(rule, Severity.Info),
            "style" => rules.With(rule, Severity.Style),
            "off" => rules.With(rule, Severity.Off),
            _ => null,
        };
}
