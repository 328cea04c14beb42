using System.Buffers.Text;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes results as one compact JSON object for scripts: UTF-8 without byte order mark, byte for byte the same for the
/// same results.
/// </summary>
/// <remarks>
/// <code>
/// {
///   "version": 1,
///   "files": [{
///     "path": "Dockerfile",                  relative to the linted root, "/" between segments
///     "kind": "dockerfile",                  or "compose"
///     "diagnostics": [{
///       "rule": "DL3002", "name": "last-user-is-root",
///       "severity": "warning",               "error", "warning", "info", "style"
///       "cis": ["4.1"],                      only where the rule checks sections of the CIS Docker Benchmark
///       "tier": "escape",                    only where the finding has one
///       "message": "…",
///       "path": "other/Dockerfile",          only where the finding lies in another file
///       "start": {"line": 3, "column": 1, "offset": 34},
///       "end": {"line": 3, "column": 10, "offset": 43},
/// "stage": "build", or "service": "web", or "element": "networks.front"; only where there is one
///       "fingerprint": "e20e93d3855d7291",   survives edits elsewhere in the file
/// "suppressed": {"reason": "…"}, only where a comment suppresses the finding; the reason only where it gives one
///       "related": [{"path": "…", "start": {…}, "end": {…}, "message": "…"}],
/// "fix": {"applicability": "safe", "edits": [{"start": {…}, "end": {…}, "text": "…"}]}   only where fixes are asked
/// for; "unsafe" ones have an "effect", the sentence that says what may change. The edits are applied together
///     }],
/// "notifications": [{"rule": "DL9001", "name": "…", "severity": "error", "message": "…", "path": "…", "start": {…},
/// "end": {…}}]
///   }],
/// "summary": {"files": 1, "filesWithFindings": 1, "findings": 1, "errors": 0, "warnings": 1, "infos": 0, "styles": 0,
/// "suppressed": 0, "failures": 0, "skippedFiles": 0, "skippedFolders": 0, "exitCode": 1}
/// }
/// </code>
/// Lines and columns are 1-based, offsets 0-based; columns and offsets count UTF-16 code units, and ends are exclusive.
/// <c>version</c> grows with a change that could break a reader; new properties do not.
/// </remarks>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The JSON writer holds a buffer and no resource; completing the report flushes it."
)]
[Experimental(ExperimentalApi.Id)]
public sealed class JsonReporter : IReporter
{
    private const int FormatVersion = 1;
    private const int FlushThreshold = 16 * 1024;

    /// <summary>More bytes than the names and numbers of a place have.</summary>
    private const int MaximumPosition = 80;

    // Names that every finding has are checked once for characters to escape.
    private static readonly JsonEncodedText RuleName = JsonEncodedText.Encode("rule");
    private static readonly JsonEncodedText NameName = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText SeverityName = JsonEncodedText.Encode("severity");
    private static readonly JsonEncodedText MessageName = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText HelpName = JsonEncodedText.Encode("help");
    private static readonly JsonEncodedText PathName = JsonEncodedText.Encode("path");
    private static readonly JsonEncodedText StartName = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText EndName = JsonEncodedText.Encode("end");
    private static readonly JsonEncodedText StageName = JsonEncodedText.Encode("stage");
    private static readonly JsonEncodedText FingerprintName = JsonEncodedText.Encode("fingerprint");

    private readonly Stream _stream;
    private readonly Utf8JsonWriter _writer;

    /// <summary>Starts a report.</summary>
    /// <param name="stream">Where to write; stays open.</param>
    public JsonReporter(Stream stream)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _writer = new Utf8JsonWriter(stream, JsonText.WriterOptions);
        _writer.WriteStartObject();
        _writer.WriteNumber("version"u8, FormatVersion);
        _writer.WriteStartArray("files"u8);
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        _writer.WriteStartObject();
        _writer.WriteText(PathName, result.Path);
        _writer.WriteString("kind"u8, result.Language.Id);
        _writer.WriteStartArray("diagnostics"u8);
        foreach (Finding finding in result.Findings)
        {
            WriteDiagnostic(finding, result.Path);
            FlushIfFull();
        }

        _writer.WriteEndArray();
        _writer.WriteStartArray("notifications"u8);
        foreach (Notification notification in result.Notifications)
        {
            WriteNotification(notification);
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        FlushIfFull();
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode)
    {
        if (totals is null)
        {
            throw new ArgumentNullException(nameof(totals));
        }

        _writer.WriteEndArray();
        _writer.WriteStartObject("summary"u8);
        _writer.WriteNumber("files"u8, totals.Files);
        _writer.WriteNumber("filesWithFindings"u8, totals.FilesWithFindings);
        _writer.WriteNumber("findings"u8, totals.Findings);
        _writer.WriteNumber("errors"u8, totals.Count(Severity.Error));
        _writer.WriteNumber("warnings"u8, totals.Count(Severity.Warning));
        _writer.WriteNumber("infos"u8, totals.Count(Severity.Info));
        _writer.WriteNumber("styles"u8, totals.Count(Severity.Style));
        _writer.WriteNumber("suppressed"u8, totals.Suppressed);
        if (totals.Baselined > 0)
        {
            _writer.WriteNumber("baselined"u8, totals.Baselined);
        }

        _writer.WriteNumber("failures"u8, totals.Failures);
        _writer.WriteNumber("skippedFiles"u8, totals.SkippedFiles);
        _writer.WriteNumber("skippedFolders"u8, totals.SkippedFolders);
        _writer.WriteNumber("exitCode"u8, exitCode);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.Flush();
        _stream.WriteByte((byte)'\n');
        _stream.Flush();
    }

    private void WriteDiagnostic(Finding finding, string path)
    {
        _writer.WriteStartObject();
        WriteHeading(finding.Rule, finding.Severity);
        if (finding.Tier is { } tier)
        {
            _writer.WriteText("tier"u8, tier);
        }

        WriteMessage(finding.Message, isFinding: true);
        if (finding.Location.File.Path != path)
        {
            _writer.WriteText(PathName, finding.Location.File.Path);
        }

        WriteSpan(finding.Location);
        if (finding.LogicalLocation is { } logical)
        {
            WriteLogicalLocation(logical);
        }

        if (finding.Fingerprint.Length > 0)
        {
            _writer.WriteText(FingerprintName, finding.Fingerprint);
        }

        if (finding.Suppression is { } suppression)
        {
            _writer.WriteStartObject("suppressed"u8);
            if (suppression.Justification is { } justification)
            {
                _writer.WriteText("reason"u8, justification);
            }

            _writer.WriteEndObject();
        }

        if (finding.BaselineState != BaselineState.None)
        {
            _writer.WriteString("baseline"u8, finding.BaselineState.ToString().ToLowerInvariant());
        }

        if (!finding.RelatedLocations.IsEmpty)
        {
            _writer.WriteStartArray("related"u8);
            foreach (RelatedLocation related in finding.RelatedLocations)
            {
                _writer.WriteStartObject();
                _writer.WriteText(PathName, related.Location.File.Path);
                WriteSpan(related.Location);
                _writer.WriteText(MessageName, related.Message);
                _writer.WriteEndObject();
            }

            _writer.WriteEndArray();
        }

        WriteFix(finding);
        _writer.WriteEndObject();
    }

    private void WriteFix(Finding finding)
    {
        if (finding.Fix is not { } fix)
        {
            return;
        }

        SourceText text = finding.Location.File.Text;
        _writer.WriteStartObject("fix"u8);
        _writer.WriteString("applicability"u8, fix.Applicability.ToString().ToLowerInvariant());
        if (fix.Effect is { } effect)
        {
            _writer.WriteText("effect"u8, effect);
        }

        _writer.WriteStartArray("edits"u8);
        foreach (TextEdit edit in fix.Edits)
        {
            _writer.WriteStartObject();
            WritePosition(StartName, text, edit.Span.Start);
            WritePosition(EndName, text, edit.Span.End);
            _writer.WriteText("text"u8, edit.NewText);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    private void WriteMessage(DiagnosticMessage message, bool isFinding)
    {
        ImmutableArray<string> arguments = MessageText.GetArguments(message);
        ImmutableArray<string> shown = isFinding ? MessageText.Shorten(message, arguments) : arguments;
        _writer.WriteText(MessageName, MessageText.ToPlainText(message, shown));
        if (MessageText.ToPlainHelp(message, arguments) is { } help)
        {
            _writer.WriteText(HelpName, help);
        }
    }

    private void WriteNotification(Notification notification)
    {
        _writer.WriteStartObject();
        WriteHeading(notification.Rule, notification.Severity);
        WriteMessage(notification.Message, isFinding: false);
        if ((notification.Location?.File.Path ?? notification.Path) is { } path)
        {
            _writer.WriteText(PathName, path);
        }

        if (notification.Location is not null)
        {
            WriteSpan(notification.Location);
        }

        _writer.WriteEndObject();
    }

    private void WriteHeading(RuleDescriptor rule, Severity severity)
    {
        _writer.WriteText(RuleName, rule.Id);
        _writer.WriteText(NameName, rule.Name);
        _writer.WriteString(SeverityName, severity.GetName());
        if (!rule.Cis.IsEmpty)
        {
            _writer.WriteStartArray("cis"u8);
            foreach (string section in rule.Cis)
            {
                _writer.WriteStringValue(section);
            }

            _writer.WriteEndArray();
        }
    }

    private void WriteLogicalLocation(LogicalLocation logical)
    {
        if (logical.FullyQualifiedName.StartsWith("stage:", StringComparison.Ordinal))
        {
            _writer.WriteText(StageName, logical.FullyQualifiedName.AsSpan("stage:".Length));
        }
        else if (logical.FullyQualifiedName.StartsWith("services.", StringComparison.Ordinal))
        {
            _writer.WriteText("service"u8, logical.Name);
        }
        else
        {
            _writer.WriteText("element"u8, logical.FullyQualifiedName);
        }
    }

    private void WriteSpan(Location location)
    {
        SourceText text = location.File.Text;
        WritePosition(StartName, text, Math.Min(location.Span.Start, text.Length));
        WritePosition(EndName, text, Math.Min(location.Span.End, text.Length));
    }

    private void WritePosition(JsonEncodedText name, SourceText text, int position)
    {
        // Next to half of a report are places. Numbers need no escaping, so they are written in one go.
        LinePosition place = text.GetLinePosition(position);
        Span<byte> value = stackalloc byte[MaximumPosition];
        int length = Append(value, 0, "{\"line\":"u8, place.Line + 1);
        length = Append(value, length, ",\"column\":"u8, place.Character + 1);
        length = Append(value, length, ",\"offset\":"u8, position);
        value[length++] = (byte)'}';
        _writer.WritePropertyName(name);
        _writer.WriteRawValue(value.Slice(0, length), skipInputValidation: true);
    }

    private static int Append(Span<byte> target, int start, ReadOnlySpan<byte> name, int number)
    {
        name.CopyTo(target.Slice(start));
        start += name.Length;
        Utf8Formatter.TryFormat(number, target.Slice(start), out int written);
        return start + written;
    }

    private void FlushIfFull()
    {
        if (_writer.BytesPending > FlushThreshold)
        {
            _writer.Flush();
        }
    }
}
