using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes what Code Climate reads from its engines: a JSON object for each finding, each followed by a NUL byte.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The JSON writer holds a buffer and no resource; each object is flushed."
)]
[Experimental(ExperimentalApi.Id)]
public sealed class CodeClimateReporter : IReporter
{
    private readonly Stream _stream;
    private readonly Utf8JsonWriter _writer;

    /// <summary>Starts a report.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    public CodeClimateReporter(Stream stream)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _writer = new Utf8JsonWriter(stream, JsonText.WriterOptions);
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        foreach (ReportedFinding finding in ReportedFinding.GetAll(result))
        {
            CodeQualityIssue.Write(_writer, finding, GetSeverity(finding.Severity));
            _writer.Flush();
            _writer.Reset();
            _stream.WriteByte(0);
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode) => _stream.Flush();

    /// <summary>hadolint's choice of words, which puts style above info.</summary>
    internal static string GetSeverity(Severity severity) =>
        severity switch
        {
            Severity.Error => "blocker",
            Severity.Warning => "major",
            Severity.Info => "info",
            _ => "minor",
        };
}
