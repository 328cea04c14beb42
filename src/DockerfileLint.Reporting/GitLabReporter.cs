using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>How a code quality report for GitLab looks.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed record GitLabOptions
{
    /// <summary>Whether severities have the words that hadolint gives them, which put style above info.</summary>
    public bool UsesHadolintSeverities { get; init; }
}

/// <summary>
/// Writes a code quality report for GitLab: one JSON array. The fingerprints survive edits elsewhere in the file, so
/// that a merge request shows only what it changes.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The JSON writer holds a buffer and no resource; completing the report flushes it."
)]
[Experimental(ExperimentalApi.Id)]
public sealed class GitLabReporter : IReporter
{
    private const int FlushThreshold = 16 * 1024;

    private readonly Stream _stream;
    private readonly GitLabOptions _options;
    private readonly Utf8JsonWriter _writer;

    /// <summary>Starts a report.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="options">How it looks.</param>
    public GitLabReporter(Stream stream, GitLabOptions? options = null)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _options = options ?? new GitLabOptions();
        _writer = new Utf8JsonWriter(stream, JsonText.WriterOptions);
        _writer.WriteStartArray();
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        foreach (ReportedFinding finding in ReportedFinding.GetAll(result))
        {
            string severity = _options.UsesHadolintSeverities
                ? CodeClimateReporter.GetSeverity(finding.Severity)
                : GetSeverity(finding.Severity);
            CodeQualityIssue.Write(_writer, finding, severity);
            if (_writer.BytesPending > FlushThreshold)
            {
                _writer.Flush();
            }
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode)
    {
        _writer.WriteEndArray();
        _writer.Flush();
        _stream.WriteByte((byte)'\n');
        _stream.Flush();
    }

    private static string GetSeverity(Severity severity) =>
        severity switch
        {
            Severity.Error => "critical",
            Severity.Warning => "major",
            Severity.Info => "minor",
            _ => "info",
        };
}
