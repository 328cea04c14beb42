using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DockerfileLint.Analysis;

namespace DockerfileLint.Reporting;

/// <summary>Writes what Codacy reads from its tools: a JSON object for each finding, one a line.</summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The JSON writer holds a buffer and no resource; each object is flushed."
)]
[Experimental(ExperimentalApi.Id)]
public sealed class CodacyReporter : IReporter
{
    private readonly Stream _stream;
    private readonly Utf8JsonWriter _writer;

    /// <summary>Starts a report.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    public CodacyReporter(Stream stream)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _writer = new Utf8JsonWriter(stream, JsonText.WriterOptions);
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        foreach (ReportedFinding finding in ReportedFinding.GetAll(result))
        {
            _writer.WriteStartObject();
            _writer.WriteText("filename"u8, finding.Path);
            _writer.WriteText("patternId"u8, finding.Rule);
            _writer.WriteText("message"u8, finding.Message);
            _writer.WriteNumber("line"u8, finding.Line);
            _writer.WriteEndObject();
            _writer.Flush();
            _writer.Reset();
            _stream.WriteByte((byte)'\n');
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode) => _stream.Flush();
}
