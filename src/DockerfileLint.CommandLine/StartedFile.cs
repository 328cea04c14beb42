using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Analysis.Fixes;
using DockerfileLint.CommandLine.Discovery;

namespace DockerfileLint.CommandLine;

/// <summary>A file before another program judges it.</summary>
/// <param name="Analysis">The file as far as the rules go, or <c>null</c> where it could not be linted.</param>
/// <param name="Result">The result of a file that could not be linted, otherwise <c>null</c>.</param>
/// <param name="Settings">How the file is linted, or <c>null</c> where it is not.</param>
/// <param name="Configuration">The configuration files that govern it.</param>
internal sealed record StartedFile(
    FileAnalysis? Analysis,
    FileResult? Result,
    FileSettings? Settings,
    FileConfiguration Configuration
)
{
    /// <summary>What the audit of the file gives, or <c>null</c>.</summary>
    internal ProjectAudit? Audit { get; init; }

    /// <summary>The file with its fixes, where these are wanted.</summary>
    internal FixResult? Fixed { get; init; }

    /// <summary>The findings with their fixes, where these are reported.</summary>
    internal FileResult? Proposed { get; init; }

    /// <summary>A file that is not linted.</summary>
    internal static StartedFile Done(FileResult result, FileConfiguration configuration = default) =>
        new(Analysis: null, result, Settings: null, configuration);
}
