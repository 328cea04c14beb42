using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes one page of HTML that needs nothing beside it: findings with their excerpts, to be filtered, the pages of the
/// rules that fired, and the isolation matrix where there was an audit. The data lies in it as JSON, of which the page
/// makes the rows that are looked at; what the linted files hold never becomes markup.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "The JSON writer holds a buffer and no resource; completing the report flushes it."
)]
[Experimental(ExperimentalApi.Id)]
public sealed class HtmlReporter : IReporter
{
    private const string DataMark = "{data}";
    private const int FlushThreshold = 16 * 1024;
    private const int MaximumAround = 120;
    private const int MaximumMarked = 400;
    private const int MaximumMarkedLines = 5;

    // The default encoder writes '<' as an escape, so that nothing ends the element that holds the data.
    private static readonly JsonWriterOptions DataOptions = new() { Encoder = JavaScriptEncoder.Default };

    private readonly Stream _stream;
    private readonly HtmlOptions _options;
    private readonly Utf8JsonWriter _writer;
    private readonly string _end;
    private readonly SortedDictionary<string, RuleDescriptor> _rules = new(StringComparer.Ordinal);
    private readonly List<Notification> _notifications = [];

    /// <summary>Starts a page.</summary>
    /// <param name="stream">Where to write, in UTF-8 without byte order mark; stays open.</param>
    /// <param name="options">What the page says beyond the results, or <c>null</c>.</param>
    public HtmlReporter(Stream stream, HtmlOptions? options = null)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _options = options ?? new HtmlOptions();
        string page = CreatePage(_options);
        int data = page.IndexOf(DataMark, StringComparison.Ordinal);
        _end = page.Substring(data + DataMark.Length);
        WriteText(page.Substring(0, data));
        _writer = new Utf8JsonWriter(stream, DataOptions);
        _writer.WriteStartObject();
        _writer.WriteStartArray("findings"u8);
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        foreach (Finding finding in result.Findings)
        {
            if (finding.IsCounted)
            {
                WriteFinding(finding);
                if (_writer.BytesPending > FlushThreshold)
                {
                    _writer.Flush();
                }
            }
        }

        _notifications.AddRange(result.Notifications);
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode)
    {
        if (totals is null)
        {
            throw new ArgumentNullException(nameof(totals));
        }

        _writer.WriteEndArray();
        WriteRules();
        WriteNotifications();
        WriteTotals(totals);
        if (_options.Audit is { } audit)
        {
            _writer.WriteStartObject("audit"u8);
            AuditJson.Write(_writer, audit);
            _writer.WriteEndObject();
            if (audit.Lowest is { } lowest)
            {
                _writer.WriteStartObject("lowest"u8);
                _writer.WriteNumber("lower"u8, lowest.Lower);
                _writer.WriteNumber("upper"u8, lowest.Upper);
                _writer.WriteEndObject();
            }
        }

        _writer.WriteEndObject();
        _writer.Flush();
        WriteText(_end);
        _stream.Flush();
    }

    /// <summary>The page with all in it but the data, which go in place of a mark.</summary>
    private static string CreatePage(HtmlOptions options)
    {
        string style = ReadResource("report.css");
        string script = ReadResource("report.js");
        return ReadResource("report.html")
            .Replace("{title}", WebUtility.HtmlEncode(options.Title))
            .Replace("{generator}", WebUtility.HtmlEncode($"DockerfileLint {options.ToolVersion.Split('+')[0]}"))
            .Replace("{style-hash}", Hash(style))
            .Replace("{script-hash}", Hash(script))
            .Replace("{style}", style)
            .Replace("{script}", script);
    }

    /// <summary>What a content security policy calls a text by.</summary>
    private static string Hash(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        (ulong first, ulong second, ulong third, ulong last) = Sha256.Compute(bytes);
        byte[] hash = new byte[4 * sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(hash, first);
        BinaryPrimitives.WriteUInt64BigEndian(hash.AsSpan(8), second);
        BinaryPrimitives.WriteUInt64BigEndian(hash.AsSpan(16), third);
        BinaryPrimitives.WriteUInt64BigEndian(hash.AsSpan(24), last);
        return Convert.ToBase64String(hash);
    }

    /// <summary>
    /// A part of the page with the line ends that browsers see, whatever the repository was checked out with.
    /// </summary>
    private static string ReadResource(string name)
    {
        using Stream stream = typeof(HtmlReporter).Assembly.GetManifestResourceStream("html/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    private void WriteText(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        _stream.Write(bytes, 0, bytes.Length);
    }

    private void WriteFinding(Finding finding)
    {
        _rules[finding.Rule.Id] = finding.Rule;
        _writer.WriteStartObject();
        _writer.WriteString("rule"u8, finding.Rule.Id);
        _writer.WriteString("severity"u8, finding.Severity.GetName());
        _writer.WriteString("message"u8, MessageText.ToPlainText(finding.Message));
        if (MessageText.ToPlainHelp(finding.Message) is { } help)
        {
            _writer.WriteString("help"u8, help);
        }

        if (finding.LogicalLocation is { } element && element.FullyQualifiedName == "services." + element.Name)
        {
            _writer.WriteString("service"u8, element.Name);
        }

        WritePlace(finding.Location);
        WriteExcerpt(finding.Location);
        WritePlaces("flow"u8, finding.Flow);
        WritePlaces("related"u8, finding.RelatedLocations);
        _writer.WriteEndObject();
    }

    private void WritePlaces(ReadOnlySpan<byte> name, IEnumerable<RelatedLocation> places)
    {
        _writer.WriteStartArray(name);
        foreach (RelatedLocation place in places)
        {
            _writer.WriteStartObject();
            WritePlace(place.Location);
            _writer.WriteString("message"u8, VisibleText.Escape(place.Message));
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WritePlace(Location place)
    {
        SourceText text = place.File.Text;
        LinePosition start = text.GetLinePosition(Math.Min(place.Span.Start, text.Length));
        _writer.WriteString("path"u8, place.File.Path);
        _writer.WriteNumber("line"u8, start.Line + 1);
        _writer.WriteNumber("column"u8, start.Character + 1);
    }

    /// <summary>Writes the offending text with what stands before and behind it in its lines, long ones cut.</summary>
    private void WriteExcerpt(Location place)
    {
        SourceText text = place.File.Text;
        int start = Math.Min(place.Span.Start, text.Length);
        int end = Math.Min(place.Span.End, text.Length);
        TextSpan first = text.GetLineSpan(text.GetLinePosition(start).Line);
        start = Math.Min(start, first.End);
        int lastLine = text.GetLinePosition(Math.Max(start, end)).Line;
        int shownLine = Math.Min(lastLine, text.GetLinePosition(start).Line + MaximumMarkedLines - 1);
        TextSpan last = text.GetLineSpan(shownLine);
        int markedEnd = Math.Max(start, Math.Min(end, last.End));
        string marked = text.ToString(TextSpan.FromBounds(start, Math.Min(markedEnd, start + MaximumMarked)));
        bool isCut = markedEnd > start + MaximumMarked || shownLine < lastLine;
        _writer.WriteStartArray("excerpt"u8);
        int before = Math.Max(first.Start, start - MaximumAround);
        _writer.WriteStringValue(
            (before > first.Start ? "…" : "") + Show(text.ToString(TextSpan.FromBounds(before, start)))
        );
        _writer.WriteStringValue(string.Join("\n", marked.Split('\n').Select(Show)) + (isCut ? "…" : ""));
        int behind = Math.Min(last.End, markedEnd + MaximumAround);
        _writer.WriteStringValue(
            isCut
                ? ""
                : Show(text.ToString(TextSpan.FromBounds(markedEnd, Math.Max(markedEnd, behind))))
                    + (behind < last.End ? "…" : "")
        );
        _writer.WriteEndArray();
    }

    private static string Show(string line) => VisibleText.Escape(line.TrimEnd('\r').Replace("\t", "    "));

    private void WriteRules()
    {
        _writer.WriteStartObject("rules"u8);
        foreach (RuleDescriptor rule in CollectRules())
        {
            _writer.WriteStartObject(rule.Id);
            _writer.WriteString("name"u8, rule.Name);
            _writer.WriteString("title"u8, rule.Title);
            _writer.WriteString("page"u8, RulePage.GetMarkdown(rule) ?? rule.Summary);
            _writer.WriteEndObject();
        }

        _writer.WriteEndObject();
    }

    /// <summary>The rules that fired, and those that an audit names.</summary>
    private IEnumerable<RuleDescriptor> CollectRules()
    {
        if (_options.Audit is { } audit)
        {
            var named = new HashSet<string>(
                audit
                    .Projects.SelectMany(project => project.Services)
                    .SelectMany(service => service.Controls)
                    .Where(control => control.LosesPoints)
                    .Select(control => control.RuleId!),
                StringComparer.Ordinal
            );
            foreach (RuleDescriptor rule in Rules.RuleCatalog.Descriptors)
            {
                if (named.Contains(rule.Id))
                {
                    _rules[rule.Id] = rule;
                }
            }
        }

        return _rules.Values;
    }

    private void WriteNotifications()
    {
        _writer.WriteStartArray("notifications"u8);
        foreach (Notification notification in _notifications)
        {
            _writer.WriteStartObject();
            _writer.WriteString("severity"u8, notification.Severity.GetName());
            _writer.WriteString("message"u8, MessageText.ToPlainText(notification.Message));
            if ((notification.Location?.File.Path ?? notification.Path) is { } path)
            {
                _writer.WriteString("path"u8, path);
            }

            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteTotals(LintTotals totals)
    {
        _writer.WriteStartObject("totals"u8);
        _writer.WriteNumber("files"u8, totals.Files);
        _writer.WriteNumber("findings"u8, totals.Findings);
        foreach (Severity severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Info, Severity.Style])
        {
            _writer.WriteNumber(severity.GetName(), totals.Count(severity));
        }

        _writer.WriteEndObject();
    }
}
