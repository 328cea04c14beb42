using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis;

/// <summary>What a configuration of ours makes of the options of a linter.</summary>
internal static class ConfiguredRules
{
    /// <summary>The rule set of the presets that a configuration names: what any of them turns on.</summary>
    /// <param name="own">The configuration, or <c>null</c>.</param>
    /// <param name="preset">The preset in place of those, or <c>null</c>.</param>
    /// <param name="load">Loads a preset.</param>
    internal static RuleSet LoadPresets(ConfigurationFile? own, string? preset, Func<string, RuleSet> load) =>
        preset is not null || own is null || own.Presets.IsEmpty
            ? load(preset ?? Preset.Default)
            : own
                .Presets.Skip(1)
                .Aggregate(load(own.Presets[0].Value), (joined, other) => joined.JoinedBy(load(other.Value)));

    /// <summary>The rules with what a configuration says for a file.</summary>
    internal static RuleSet Apply(ScopedConfiguration? own, RuleSet rules) =>
        own is null
            ? rules
            : own
                .Overrides.SelectMany(part => part.Rules)
                .Aggregate(own.File.ApplyTo(rules), (current, entry) => entry.ApplyTo(current));

    /// <summary>The rules at the severities that they had in an edition.</summary>
    internal static RuleSet ApplyEdition(RuleSet rules, Edition? edition)
    {
        foreach (RuleDescriptor rule in edition is null ? [] : rules.Descriptors)
        {
            if (rule.Raised is { } raised && raised.Edition > edition && rules.GetSeverity(rule) > raised.Before)
            {
                rules = rules.With(rule, raised.Before);
            }
        }

        return rules;
    }

    /// <summary>Whose suppressing comments count.</summary>
    /// <param name="own">The configuration, or <c>null</c>.</param>
    /// <param name="further">Tools that count beside those that it names.</param>
    internal static SuppressionDialects GetDialects(ConfigurationFile? own, IEnumerable<string> further) =>
        (own?.Collect(layer => layer.HonoredComments) ?? [])
            .Select(setting => setting.Value)
            .Concat(further)
            .Aggregate(
                SuppressionDialects.Default,
                (dialects, tool) =>
                    Enum.TryParse(tool, ignoreCase: true, out SuppressionDialects dialect)
                        ? dialects | dialect
                        : dialects
            );

    /// <summary>What a configuration suppresses in a file, by the ids of rules; the first reason counts.</summary>
    internal static IReadOnlyDictionary<string, Suppression> GetSuppressions(ScopedConfiguration? own)
    {
        var suppressions = new Dictionary<string, Suppression>(StringComparer.Ordinal);
        foreach (PathSuppression suppression in own?.Suppressions ?? [])
        {
            foreach (RuleDescriptor rule in suppression.Rules)
            {
                if (!suppressions.ContainsKey(rule.Id))
                {
                    suppressions.Add(rule.Id, suppression.Suppression);
                }
            }
        }

        return suppressions;
    }
}
