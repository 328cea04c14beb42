using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.CommandLine.Baselines;
using DockerfileLint.CommandLine.Changes;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.CommandLine.Fixing;
using DockerfileLint.CommandLine.Output;

namespace DockerfileLint.CommandLine;

/// <summary>What <c>lint</c> was asked to do.</summary>
internal sealed record LintSettings
{
    internal required IReadOnlyList<string> Paths { get; init; }

    internal required IReadOnlyList<string> Excluded { get; init; }

    /// <summary>Absolute path of the folder that the paths in the output are relative to.</summary>
    internal required string Root { get; init; }

    /// <summary>Whether files are left out that ignore files name and git does not track.</summary>
    internal bool Ignores { get; init; } = true;

    /// <summary>Whether links to files may lead out of the root.</summary>
    internal bool FollowsLinks { get; init; }

    /// <summary>Whether the run may miss what projects name and nobody reads.</summary>
    internal bool AllowsUnread { get; init; }

    internal Language? Language { get; init; }

    internal required string StandardInputName { get; init; }

    /// <summary>Whether <see cref="StandardInputName"/> was given, and so says in which folder the file lies.</summary>
    internal bool HasStandardInputName { get; init; }

    /// <summary>How files without a configuration are linted.</summary>
    internal required LintOptions Options { get; init; }

    /// <summary>How the files under a configuration are linted.</summary>
    internal required Func<FileConfiguration, FileSettings> Configure { get; init; }

    /// <summary>The configuration files.</summary>
    internal required ConfigurationFiles Configurations { get; init; }

    /// <summary>The findings that do not count, or <c>null</c> where all do.</summary>
    internal Baseline? Baseline { get; init; }

    /// <summary>Whether the run writes a baseline, so that what it finds is known from then on.</summary>
    internal bool WritesBaseline { get; init; }

    /// <summary>The changes whose files are linted, or <c>null</c> where all are.</summary>
    internal ChangedLines? Changes { get; init; }

    /// <summary>Whether only findings on changed lines are reported.</summary>
    internal bool IsDiffOnly { get; init; }

    /// <summary>What is mended, or <c>null</c> where nothing is.</summary>
    internal FixSettings? Fixes { get; init; }

    /// <summary>Whether reports have the fixes of findings.</summary>
    internal bool ReportsFixes { get; init; }

    /// <summary>Whether counts by rule are written.</summary>
    internal bool ShowsStatistics { get; init; }

    internal required IReadOnlyList<OutputRequest> Outputs { get; init; }

    /// <summary>ShellCheck's program, or <c>null</c> where it is not asked.</summary>
    internal string? ShellCheckPath { get; init; }

    internal string? SarifCategory { get; init; }

    internal bool IncludeSuppressed { get; init; }

    internal int Jobs { get; init; }

    internal bool IsQuiet { get; init; }

    internal ColorMode Color { get; init; }

    /// <summary>Whether the environment does not ask for plain text.</summary>
    internal bool IsColorWanted { get; init; }

    /// <summary>Whether text joins the findings of a rule in a file.</summary>
    internal bool IsGrouped { get; init; }

    internal bool ShowTiming { get; init; }

    /// <summary>Whether the run audits and its reports are those of <c>audit</c>.</summary>
    internal bool Audits { get; init; }

    /// <summary>The index, from 0 to 100, below which a service makes the run fail, or <c>null</c>.</summary>
    internal int? MinIndex { get; init; }

    /// <summary>Whether text names the sections of the CIS Docker Benchmark.</summary>
    internal bool ShowsBenchmark { get; init; }
}

/// <summary>When text is coloured.</summary>
internal enum ColorMode
{
    /// <summary>On a terminal, unless NO_COLOR is set.</summary>
    Auto,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
