using System.Collections.Immutable;
using DockerfileLint.Analysis;
using DockerfileLint.CommandLine.Commands;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.CommandLine;

/// <summary>
/// Decides how the files under a configuration are linted. The command line is stronger than our configuration, that
/// than hadolint's, and that than the preset. What the command line leaves open is <c>null</c> or empty.
/// </summary>
internal sealed record FileConfigurator
{
    internal required RuleLookup Rules { get; init; }

    /// <summary>The preset in place of those that configurations name.</summary>
    internal string? Preset { get; init; }

    /// <summary>The rules that alone run, or <c>null</c>.</summary>
    internal ImmutableArray<RuleDescriptor>? Selected { get; init; }

    /// <summary>Rules that are off.</summary>
    internal ImmutableArray<RuleDescriptor> Ignored { get; init; } = [];

    /// <summary>The lowest severity that fails the run; off where none does.</summary>
    internal Severity? FailOn { get; init; }

    internal Severity? MinSeverity { get; init; }

    internal RulePrecision? MinPrecision { get; init; }

    /// <summary>An edition, or <c>latest</c>.</summary>
    internal string? Edition { get; init; }

    internal ComposeTarget? Target { get; init; }

    internal BuildRequest Build { get; init; } = BuildRequest.Default;

    internal bool HonoursInlineSuppressions { get; init; } = true;

    /// <summary>Other tools whose suppressing comments count, beside those that a configuration names.</summary>
    internal ImmutableArray<string> HonoredComments { get; init; } = [];

    internal ComposeOptions Compose { get; init; } = ComposeOptions.Default;

    internal DateTimeOffset? Today { get; init; }

    /// <summary>How the files under a configuration are linted.</summary>
    internal FileSettings Configure(FileConfiguration configuration)
    {
        ConfigurationFile? own = configuration.Own?.File;
        HadolintConfiguration hadolint = configuration.Hadolint?.Configuration ?? HadolintConfiguration.Empty;
        Edition? edition = GetEdition(own);
        var options = new LintOptions
        {
            Rules = GetRules(configuration, hadolint, edition),
            HonourInlineSuppressions = HonoursInlineSuppressions && hadolint.DisableIgnorePragma != true,
            SuppressionDialects = ConfiguredRules.GetDialects(own, HonoredComments),
            Target = Target ?? own?.Find(layer => layer.Target)?.Value ?? ComposeTarget.Compose,
            Build = Build,
            Compose = Compose,
            Today = Today,
            Suppressions = ConfiguredRules.GetSuppressions(configuration.Own),
        };
        Severity failOn =
            FailOn
            ?? own?.Find(layer => layer.FailOn)?.Value
            ?? (hadolint.NoFail == true ? Severity.Off : hadolint.FailureThreshold ?? Severity.Warning);
        return new FileSettings(new Linter(options), failOn == Severity.Off ? null : failOn)
        {
            MinSeverity = MinSeverity ?? own?.Find(layer => layer.MinSeverity)?.Value ?? Severity.Style,
            MinPrecision = MinPrecision ?? own?.Find(layer => layer.MinPrecision)?.Value ?? RulePrecision.Low,
            Edition = edition,
        };
    }

    /// <summary>The rule set of the presets that a configuration names: what any of them turns on.</summary>
    internal RuleSet LoadPresets(ConfigurationFile? own) => ConfiguredRules.LoadPresets(own, Preset, Rules.Load);

    private RuleSet GetRules(FileConfiguration configuration, HadolintConfiguration hadolint, Edition? edition)
    {
        RuleSet rules = ConfiguredRules.ApplyEdition(LoadPresets(configuration.Own?.File), edition);
        rules = ConfiguredRules.Apply(configuration.Own, hadolint.ApplyTo(rules));
        rules = Selected is { } selected ? rules.Select(selected) : rules;
        return Ignored.Aggregate(rules, (current, rule) => current.With(rule, Severity.Off));
    }

    private Edition? GetEdition(ConfigurationFile? own) =>
        Edition is null ? own?.Find(layer => layer.Edition)?.Value
        : Diagnostics.Edition.TryParse(Edition, out Edition edition) ? edition
        : null;
}
