using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>How the text report looks.</summary>
public sealed record TextOptions
{
    /// <summary>Whether ANSI colours are used.</summary>
    public bool Color { get; init; }

    /// <summary>
    /// Columns of the terminal, to which messages are wrapped and source lines cut; <c>null</c> where there is none.
    /// </summary>
    public int? Width { get; init; }

    /// <summary>Whether the sections of the CIS Docker Benchmark that a rule checks stand behind its name.</summary>
    public bool ShowBenchmark { get; init; }
}

/// <summary>
/// Writes findings for people: place, severity, rule, message, the offending line with the exact span underlined, and
/// totals. Suppressed findings are only counted. Lines end in LF; nothing that a
/// linted file contains reaches the terminal as a control character, or the log of a build server as a command.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class TextReporter : IReporter
{
    private const int MinimumWidth = 40;
    private const int DefaultExcerptWidth = 160;
    private const int MinimumGutter = 4;
    private const string Indent = "  ";

    private readonly TextWriter _writer;
    private readonly AnsiPalette _palette;
    private readonly int? _width;
    private readonly bool _showsBenchmark;
    private readonly StringBuilder _buffer = new();

    /// <summary>Starts a report.</summary>
    /// <param name="writer">Where to write; stays open.</param>
    /// <param name="options">How it looks; plain and unwrapped unless set.</param>
    public TextReporter(TextWriter writer, TextOptions? options = null)
    {
        _writer = writer ?? throw new ArgumentNullException(nameof(writer));
        options ??= new TextOptions();
        _palette = new AnsiPalette(options.Color);
        _showsBenchmark = options.ShowBenchmark;
        _width = options.Width is { } width ? Math.Max(width, MinimumWidth) : null;
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
                WriteDiagnostic(finding);
            }
        }

        foreach (Notification notification in result.Notifications)
        {
            WriteNotification(notification);
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode)
    {
        if (totals is null)
        {
            throw new ArgumentNullException(nameof(totals));
        }

        AppendTotals(totals);
        _buffer.Append('\n');
        WriteBuffer();
        _writer.Flush();
    }

    private static string Count(int count, string noun) =>
        count.ToString(CultureInfo.InvariantCulture) + " " + noun + (count == 1 ? "" : "s");

    private void WriteDiagnostic(Finding finding)
    {
        AppendPlace(finding.Location, isStrong: true);
        _buffer.Append(Indent);
        AppendHeading(finding.Severity, finding.Rule);
        AppendWrapped(MessageText.ToFindingText(finding.Message));
        AppendExcerpt(finding.Location, finding.Severity);
        AppendHelp(finding.Message);
        foreach (RelatedLocation related in finding.RelatedLocations)
        {
            if (!related.IsRepetition)
            {
                _buffer.Append(Indent);
                AppendPlace(related.Location, isStrong: false);
                _buffer.Append(Indent).Append(VisibleText.Escape(related.Message)).Append('\n');
                AppendExcerpt(related.Location, severity: null);
            }
        }

        if (MessageText.ListRepetitions(finding) is { } repetitions)
        {
            AppendWrapped(repetitions);
        }

        _buffer.Append('\n');
        WriteBuffer();
    }

    private void WriteNotification(Notification notification)
    {
        if (notification.Location is { } location)
        {
            AppendPlace(location, isStrong: true);
            _buffer.Append(Indent);
        }
        else if (notification.Path is { } path)
        {
            _buffer.Append(_palette.Strong(VisibleText.Escape(path))).Append(Indent);
        }

        AppendHeading(notification.Severity, notification.Rule);
        AppendWrapped(MessageText.ToPlainText(notification.Message));
        if (notification.Location is not null)
        {
            AppendExcerpt(notification.Location, notification.Severity);
        }

        AppendHelp(notification.Message);

        _buffer.Append('\n');
        WriteBuffer();
    }

    private void AppendHelp(DiagnosticMessage message)
    {
        if (MessageText.ToPlainHelp(message) is { } help)
        {
            AppendWrapped("help: " + help);
        }
    }

    private void AppendPlace(Location location, bool isStrong)
    {
        int start = Math.Min(location.Span.Start, location.File.Text.Length);
        string place = $"{VisibleText.Escape(location.File.Path)}:{location.File.Text.GetLinePosition(start)}";
        _buffer.Append(isStrong ? _palette.Strong(place) : place);
    }

    private void AppendHeading(Severity severity, RuleDescriptor rule)
    {
        _buffer
            .Append(_palette.Paint(severity, severity.GetName()))
            .Append(Indent)
            .Append(_palette.Strong(VisibleText.Escape(rule.Id)))
            .Append(' ')
            .Append(VisibleText.Escape(rule.Name));
        if (_showsBenchmark && !rule.Cis.IsEmpty)
        {
            _buffer.Append(Indent).Append("CIS ").Append(VisibleText.Escape(string.Join(", ", rule.Cis)));
        }

        _buffer.Append('\n');
    }

    private void AppendWrapped(string message)
    {
        if (_width is not { } columns)
        {
            _buffer.Append(Indent).Append(message).Append('\n');
            return;
        }

        int available = columns - Indent.Length;
        int column = 0;
        foreach (string word in message.Split(' '))
        {
            int width = CharacterWidth.Measure(word.AsSpan());
            if (column > 0 && column + 1 + width > available)
            {
                _buffer.Append('\n');
                column = 0;
            }

            _buffer.Append(column == 0 ? Indent : " ").Append(word);
            column += width + (column == 0 ? 0 : 1);
        }

        _buffer.Append('\n');
    }

    /// <summary>Appends the line and its underline.</summary>
    /// <param name="location">What to underline.</param>
    /// <param name="severity">
    /// The severity whose colour the underline has; <c>null</c> for a place that only explains.
    /// </param>
    private void AppendExcerpt(Location location, Severity? severity)
    {
        int width = _width is { } columns ? columns - MinimumGutter - 3 : DefaultExcerptWidth;
        SourceExcerpt excerpt = SourceExcerpt.Create(location.File.Text, location.Span, width);
        string number = excerpt.Line.ToString(CultureInfo.InvariantCulture).PadLeft(MinimumGutter);
        _buffer.Append(_palette.Faint(number + " |"));
        if (excerpt.Text.Length > 0)
        {
            _buffer.Append(' ').Append(excerpt.Text);
        }

        string underline = new(severity is null ? '-' : '^', excerpt.UnderlineLength);
        _buffer
            .Append('\n')
            .Append(_palette.Faint(new string(' ', number.Length) + " |"))
            .Append(' ', excerpt.UnderlineStart + 1)
            .Append(severity is { } weight ? _palette.Paint(weight, underline) : _palette.Faint(underline));
        if (excerpt.LastLine > excerpt.Line)
        {
            _buffer.Append(_palette.Faint($" ... to line {excerpt.LastLine.ToString(CultureInfo.InvariantCulture)}"));
        }

        _buffer.Append('\n');
    }

    private void AppendTotals(LintTotals totals)
    {
        if (totals.Files == 0)
        {
            _buffer.Append("No files were linted");
        }
        else if (totals.Findings == 0)
        {
            _buffer.Append("No findings in ").Append(Count(totals.Files, "file"));
        }
        else
        {
            _buffer.Append(_palette.Strong(Count(totals.Findings, "finding"))).Append(" (");
            string separator = "";
            foreach (Severity severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Info, Severity.Style])
            {
                int count = totals.Count(severity);
                if (count > 0)
                {
                    string part =
                        severity == Severity.Style
                            ? count.ToString(CultureInfo.InvariantCulture) + " style"
                            : Count(count, severity.GetName());
                    _buffer.Append(separator).Append(_palette.Paint(severity, part));
                    separator = ", ";
                }
            }

            _buffer.Append(") in ");
            _buffer.Append(
                totals.FilesWithFindings == totals.Files
                    ? Count(totals.Files, "file")
                    : totals.FilesWithFindings.ToString(CultureInfo.InvariantCulture)
                        + $" of {Count(totals.Files, "file")}"
            );
        }

        if (totals.Suppressed > 0)
        {
            _buffer.Append(", ").Append(totals.Suppressed.ToString(CultureInfo.InvariantCulture)).Append(" suppressed");
        }

        if (totals.Baselined > 0)
        {
            _buffer
                .Append(", ")
                .Append(totals.Baselined.ToString(CultureInfo.InvariantCulture))
                .Append(" in the baseline");
        }

        if (totals.SkippedFiles + totals.SkippedFolders > 0)
        {
            _buffer
                .Append(", ")
                .Append(totals.SkippedFiles > 0 ? Count(totals.SkippedFiles, "file") : "")
                .Append(totals is { SkippedFiles: > 0, SkippedFolders: > 0 } ? " and " : "")
                .Append(totals.SkippedFolders > 0 ? Count(totals.SkippedFolders, "folder") : "")
                .Append(" skipped");
        }

        if (totals.Failures > 0)
        {
            _buffer
                .Append("; ")
                .Append(
                    _palette.Paint(
                        Severity.Error,
                        totals.Failures == 1
                            ? "1 analysis failed"
                            : $"{totals.Failures.ToString(CultureInfo.InvariantCulture)} analyses failed"
                    )
                );
        }
    }

    private void WriteBuffer()
    {
        _writer.Write(VisibleText.EscapeLineStarts(_buffer.ToString()));
        _buffer.Clear();
    }
}
