using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis.External;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Analysis;

/// <summary>How to lint.</summary>
public sealed record LintOptions
{
    /// <summary>Which rules run, at which severity and with which options; the default preset unless set.</summary>
    public RuleSet Rules { get; init; } = Preset.Load(Preset.Default);

    /// <summary>
    /// What Dockerfiles are built with where no Compose file says it: target, arguments, platform. Nothing by default.
    /// </summary>
    [Experimental(ExperimentalApi.Id)]
    public BuildRequest Build { get; init; } = BuildRequest.Default;

    /// <summary>Whether comments in the linted files may suppress findings.</summary>
    public bool HonourInlineSuppressions { get; init; } = true;

    /// <summary>
    /// The syntaxes of suppressing comments that count, where <see cref="HonourInlineSuppressions"/> lets any count.
    /// </summary>
    public SuppressionDialects SuppressionDialects { get; init; } = SuppressionDialects.Default;

    /// <summary>What runs the Compose files.</summary>
    public ComposeTarget Target { get; init; } = ComposeTarget.Compose;

    /// <summary>What the caller of Compose would say on its command line: files, variables and profiles.</summary>
    public ComposeOptions Compose { get; init; } = ComposeOptions.Default;

    /// <summary>Another program that judges the files as well, or <c>null</c>.</summary>
    [Experimental(ExperimentalApi.Id)]
    public IExternalAnalyzer? ExternalAnalyzer { get; init; }

    /// <summary>The day on which <c>until=</c> of a suppression is judged; without it no suppression expires.</summary>
    public DateTimeOffset? Today { get; init; }

    /// <summary>What a configuration suppresses, by the id of the rule.</summary>
    internal IReadOnlyDictionary<string, Suppression> Suppressions { get; init; } =
        new Dictionary<string, Suppression>(0, StringComparer.Ordinal);
}
