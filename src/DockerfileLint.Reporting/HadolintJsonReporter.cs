using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DockerfileLint.Analysis;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes hadolint's JSON: one array of objects with <c>file</c>, <c>line</c>, <c>column</c>, <c>level</c>, <c>code</c>
/// and <c>message</c>. <c>endLine</c> and <c>endColumn</c> are ours. Lines and columns are 1-based,
/// columns count UTF-16 code units, and ends are exclusive.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The JSON writer holds a buffer and no resource; completing the report flushes it."
)]
[Experimental(ExperimentalApi.Id)]
public sealed class HadolintJsonReporter : IReporter
{
    private const int FlushThreshold = 16 * 1024;

    private readonly Stream _stream;
    private readonly Utf8JsonWriter _writer;

    /// <summary>Starts a report.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    public HadolintJsonReporter(Stream stream)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _writer = new Utf8JsonWriter(stream, JsonText.WriterOptions);
        _writer.WriteStartArray();
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        foreach (ReportedFinding finding in ReportedFinding.GetAll(result))
        {
            _writer.WriteStartObject();
            _writer.WriteText("file"u8, finding.Path);
            _writer.WriteNumber("line"u8, finding.Line);
            _writer.WriteNumber("column"u8, finding.Column);
            _writer.WriteNumber("endLine"u8, finding.EndLine);
            _writer.WriteNumber("endColumn"u8, finding.EndColumn);
            _writer.WriteString("level"u8, finding.Severity.GetName());
            _writer.WriteText("code"u8, finding.Rule);
            _writer.WriteText("message"u8, finding.Message);
            _writer.WriteEndObject();
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
}
