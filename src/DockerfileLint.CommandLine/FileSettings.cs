using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine;

/// <summary>How the files under one configuration are linted.</summary>
/// <param name="Linter">Lints them.</param>
/// <param name="FailOn">The lowest severity that makes the run fail, or <c>null</c> where none does.</param>
internal sealed record FileSettings(Linter Linter, Severity? FailOn)
{
    /// <summary>Whether a file of these makes the run fail.</summary>
    internal bool Fails(FileResult result) =>
        FailOn is { } failOn
        && result.Findings.Any(finding => finding.Suppression is null && finding.Severity >= failOn);
}

/// <summary>A file after the analysis.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Settings">How it was linted, or <c>null</c> where it was not.</param>
/// <param name="Configuration">The configuration file that governs it, or <c>null</c> where there is none.</param>
internal sealed record LintedFile(FileResult Result, FileSettings? Settings, HadolintConfigurationFile? Configuration)
{
    /// <summary>
    /// What is wrong with another program that was to judge the file; one that concerns the whole run is the same for
    /// all files.
    /// </summary>
    internal Notification? ToolProblem { get; init; }

    /// <summary>Whether the file was not linted because of its configuration.</summary>
    internal bool IsConfigurationWrong => Configuration is { IsValid: false };
}
