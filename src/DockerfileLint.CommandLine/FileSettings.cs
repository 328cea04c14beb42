using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Analysis.Fixes;
using DockerfileLint.CommandLine.Discovery;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.CommandLine;

/// <summary>How the files under one configuration are linted.</summary>
/// <param name="Linter">Lints them.</param>
/// <param name="FailOn">The lowest severity that makes the run fail, or <c>null</c> where none does.</param>
internal sealed record FileSettings(Linter Linter, Severity? FailOn)
{
    /// <summary>The lowest severity that is reported.</summary>
    internal Severity MinSeverity { get; init; } = Severity.Style;

    /// <summary>The lowest precision that is reported.</summary>
    internal RulePrecision MinPrecision { get; init; } = RulePrecision.Low;

    /// <summary>The edition whose rules may make the run fail, or <c>null</c> for the latest.</summary>
    internal Edition? Edition { get; init; }

    /// <summary>Whether a file of these makes the run fail.</summary>
    internal bool Fails(FileResult result) =>
        FailOn is { } failOn
        && result.Findings.Any(finding =>
            finding is { IsCounted: true, IsPreview: false } && finding.Severity >= failOn
        );

    /// <summary>Whether a finding is to be reported.</summary>
    internal bool Reports(Finding finding) => finding.Severity >= MinSeverity && finding.Rule.Precision >= MinPrecision;

    /// <summary>The result without what is not to be reported, and with the findings marked that fail no run.</summary>
    internal FileResult Filter(FileResult result)
    {
        if (MinSeverity > Severity.Style || MinPrecision > RulePrecision.Low)
        {
            result = result.WithFindings([.. result.Findings.Where(Reports)]);
        }

        return Edition is { } edition && result.Findings.Any(finding => finding.Rule.Edition > edition)
            ? result.WithFindings([
                .. result.Findings.Select(finding => finding.Rule.Edition > edition ? finding.AsPreview() : finding),
            ])
            : result;
    }
}

/// <summary>A file after the analysis.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Settings">How it was linted, or <c>null</c> where it was not.</param>
/// <param name="Configuration">The configuration files that govern it.</param>
internal sealed record LintedFile(FileResult Result, FileSettings? Settings, FileConfiguration Configuration)
{
    /// <summary>
    /// What is wrong with another program that was to judge the file; one that concerns the whole run is the same for
    /// all files.
    /// </summary>
    internal Notification? ToolProblem { get; init; }

    /// <summary>What the audit of the file gives, or <c>null</c>.</summary>
    internal ProjectAudit? Audit { get; init; }

    /// <summary>The file with its fixes, where these are wanted.</summary>
    internal FixResult? Fixed { get; init; }

    /// <summary>Whether it came in on standard input.</summary>
    internal bool IsStream { get; init; }

    /// <summary>Whether the file was not linted because of its configuration.</summary>
    internal bool IsConfigurationWrong => Configuration.InvalidPath is not null;
}
