using System.Collections.Immutable;

namespace DockerfileLint.Configuration;

/// <summary>The keys of a <c>.dockerfile-lint.yaml</c>, and the words that some of them take.</summary>
internal static class ConfigurationKeys
{
    internal const string Extends = "extends";
    internal const string Edition = "edition";
    internal const string Target = "target";
    internal const string FailOn = "fail-on";
    internal const string MinSeverity = "min-severity";
    internal const string MinPrecision = "min-precision";
    internal const string TrustedImages = "trusted-images";
    internal const string Files = "files";
    internal const string Exclude = "exclude";
    internal const string HonorComments = "honor-comments";
    internal const string Rules = "rules";
    internal const string Overrides = "overrides";
    internal const string Suppressions = "suppressions";

    internal static ImmutableArray<string> All { get; } =
    [
        Extends,
        Edition,
        Target,
        FailOn,
        MinSeverity,
        MinPrecision,
        TrustedImages,
        Files,
        Exclude,
        HonorComments,
        Rules,
        Overrides,
        Suppressions,
    ];

    internal static ImmutableArray<string> Targets { get; } = ["compose", "swarm"];

    internal static ImmutableArray<string> Severities { get; } = ["error", "warning", "info", "style"];

    internal static ImmutableArray<string> Thresholds { get; } = [.. Severities, "none"];

    /// <summary>In the order of <see cref="Diagnostics.RulePrecision"/>.</summary>
    internal static ImmutableArray<string> Precisions { get; } = ["low", "medium", "high", "very-high"];

    /// <summary>The languages of <c>files</c>: Dockerfiles, then Compose files.</summary>
    internal static ImmutableArray<string> Languages { get; } = ["dockerfile", "compose"];

    /// <summary>The tools whose suppressing comments count where they are asked for.</summary>
    internal static ImmutableArray<string> CommentDialects { get; } =
    ["trivy", "checkov", "kics", "semgrep", "tally", "dclint"];

    internal static ImmutableArray<string> RuleKeys { get; } = ["severity", "behaviour", "options"];

    internal static ImmutableArray<string> OverrideKeys { get; } = [Files, Rules];

    internal static ImmutableArray<string> SuppressionKeys { get; } = [Rules, Files, "reason", "until"];
}
