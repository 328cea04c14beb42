using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;

namespace DockerfileLint.Configuration;

/// <summary>What one configuration file says itself, without those that it extends. Immutable.</summary>
internal sealed record ConfigurationLayer
{
    /// <summary>Names of presets and paths of files that the file builds on, the weakest first.</summary>
    internal ImmutableArray<Setting<string>> Extended { get; init; } = [];

    internal Setting<Edition?>? Edition { get; init; }

    internal Setting<ComposeTarget>? Target { get; init; }

    /// <summary>
    /// The lowest severity that fails the run; <see cref="Severity.Off"/> where none does.
    /// </summary>
    internal Setting<Severity>? FailOn { get; init; }

    /// <summary>The lowest severity that is reported.</summary>
    internal Setting<Severity>? MinSeverity { get; init; }

    /// <summary>The lowest precision that is reported.</summary>
    internal Setting<RulePrecision>? MinPrecision { get; init; }

    /// <summary>Images that services and builds may use, and registries that these may come from.</summary>
    internal ImmutableArray<Setting<string>> TrustedImages { get; init; } = [];

    /// <summary>Patterns of files that are Dockerfiles whatever their names.</summary>
    internal ImmutableArray<Setting<string>> Dockerfiles { get; init; } = [];

    /// <summary>Patterns of files that are Compose files whatever their names.</summary>
    internal ImmutableArray<Setting<string>> ComposeFiles { get; init; } = [];

    /// <summary>Patterns of files and folders that are left out.</summary>
    internal ImmutableArray<Setting<string>> Excluded { get; init; } = [];

    /// <summary>Other tools whose suppressing comments count.</summary>
    internal ImmutableArray<Setting<string>> HonoredComments { get; init; } = [];

    internal ImmutableArray<RuleEntry> Rules { get; init; } = [];

    internal ImmutableArray<PathOverride> Overrides { get; init; } = [];

    internal ImmutableArray<PathSuppression> Suppressions { get; init; } = [];
}

/// <summary>A value and where it is written.</summary>
internal sealed record Setting<T>(T Value, Location Location);

/// <summary>What a configuration says about the rules for some files.</summary>
/// <param name="Files">Patterns as in <c>.gitignore</c>.</param>
/// <param name="Rules">What it says.</param>
/// <param name="Location">Where.</param>
internal sealed record PathOverride(ImmutableArray<string> Files, ImmutableArray<RuleEntry> Rules, Location Location);

/// <summary>Findings that a configuration suppresses.</summary>
/// <param name="Files">Patterns as in <c>.gitignore</c>; empty for all files.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Suppression">Why, and where that is written.</param>
internal sealed record PathSuppression(
    ImmutableArray<string> Files,
    ImmutableArray<RuleDescriptor> Rules,
    Suppression Suppression
);
