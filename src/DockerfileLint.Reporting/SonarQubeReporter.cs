using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>How a report for SonarQube looks.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed record SonarQubeOptions
{
    /// <summary>The name of the tool, which SonarQube puts before each rule.</summary>
    public string EngineId { get; init; } = "dockerfile-lint";

    /// <summary>
    /// Whether findings with a security weight are vulnerabilities. Without, an error is a bug and everything else a
    /// code smell.
    /// </summary>
    public bool HasVulnerabilities { get; init; } = true;
}

/// <summary>
/// Writes SonarQube's generic issues, the form without rules, which every version reads. Columns are 0-based there, and
/// their end is exclusive.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The JSON writer holds a buffer and no resource; completing the report flushes it."
)]
[Experimental(ExperimentalApi.Id)]
public sealed class SonarQubeReporter : IReporter
{
    private const int FlushThreshold = 16 * 1024;

    private readonly Stream _stream;
    private readonly SonarQubeOptions _options;
    private readonly Utf8JsonWriter _writer;

    /// <summary>Starts a report.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="options">How it looks.</param>
    public SonarQubeReporter(Stream stream, SonarQubeOptions? options = null)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _options = options ?? new SonarQubeOptions();
        _writer = new Utf8JsonWriter(stream, JsonText.WriterOptions);
        _writer.WriteStartObject();
        _writer.WriteStartArray("issues"u8);
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        foreach (ReportedFinding finding in ReportedFinding.GetAll(result))
        {
            Write(finding);
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
        _writer.WriteEndObject();
        _writer.Flush();
        _stream.WriteByte((byte)'\n');
        _stream.Flush();
    }

    private void Write(ReportedFinding finding)
    {
        _writer.WriteStartObject();
        _writer.WriteText("engineId"u8, _options.EngineId);
        _writer.WriteText("ruleId"u8, finding.Rule);
        _writer.WriteString(
            "severity"u8,
            finding.Severity switch
            {
                Severity.Error => "CRITICAL",
                Severity.Warning => "MAJOR",
                Severity.Info => "MINOR",
                _ => "INFO",
            }
        );
        bool isVulnerability = _options.HasVulnerabilities && finding.Source.Rule.SecuritySeverity is not null;
        _writer.WriteString(
            "type"u8,
            isVulnerability ? "VULNERABILITY"
                : finding.Severity == Severity.Error ? "BUG"
                : "CODE_SMELL"
        );
        _writer.WriteStartObject("primaryLocation"u8);
        _writer.WriteText("message"u8, finding.FullText);
        _writer.WriteText("filePath"u8, finding.Path);
        if (finding.Lines.Start != finding.Lines.End)
        {
            // The whole import fails on an empty range, which only an empty file gives.
            _writer.WriteStartObject("textRange"u8);
            _writer.WriteNumber("startLine"u8, finding.Line);
            _writer.WriteNumber("endLine"u8, finding.EndLine);
            _writer.WriteNumber("startColumn"u8, finding.Lines.Start.Character);
            _writer.WriteNumber("endColumn"u8, finding.Lines.End.Character);
            _writer.WriteEndObject();
        }

        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }
}
