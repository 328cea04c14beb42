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

    /// <summary>
    /// Whether the findings of one rule in a file are shown up to the third, and the lines of the others in a sentence
    /// below them.
    /// </summary>
    public bool Group { get; init; }
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
    private const int MaximumAlike = 3;
    private const int MaximumLines = 10;
    private const string Indent = "  ";

    private readonly TextWriter _writer;
    private readonly AnsiPalette _palette;
    private readonly int? _width;
    private readonly bool _showsBenchmark;
    private readonly bool _groups;
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
        _groups = options.Group;
        _width = options.Width is { } width ? Math.Max(width, MinimumWidth) : null;
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        Dictionary<(string Rule, Severity Severity), List<Finding>>? alike = _groups ? FindAlike(result) : null;
        foreach (Finding finding in result.Findings)
        {
            if (finding.IsCounted)
            {
                WriteDiagnostic(finding, alike);
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

        _buffer.Append(TotalsText.Create(totals, _palette)).Append('\n');
        WriteBuffer();
        _writer.Flush();
    }

    /// <summary>The findings of each rule that are more than a reader wants to see one by one.</summary>
    private static Dictionary<(string Rule, Severity Severity), List<Finding>>? FindAlike(FileResult result)
    {
        if (result.Findings.Length <= MaximumAlike)
        {
            return null;
        }

        var alike = new Dictionary<(string Rule, Severity Severity), List<Finding>>();
        foreach (Finding finding in result.Findings)
        {
            if (finding.IsCounted)
            {
                if (!alike.TryGetValue((finding.Rule.Id, finding.Severity), out List<Finding>? findings))
                {
                    alike.Add((finding.Rule.Id, finding.Severity), findings = []);
                }

                findings.Add(finding);
            }
        }

        return alike;
    }

    private void WriteDiagnostic(Finding finding, Dictionary<(string Rule, Severity Severity), List<Finding>>? alike)
    {
        List<Finding>? group = null;
        if (
            alike?.TryGetValue((finding.Rule.Id, finding.Severity), out group) == true
            && group.Count > MaximumAlike
            && group.IndexOf(finding, 0, MaximumAlike) < 0
        )
        {
            return;
        }

        AppendPlace(finding.Location, isStrong: true);
        _buffer.Append(Indent);
        AppendHeading(finding.Severity, finding.Rule, finding.IsPreview);
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

        if (group?.Count > MaximumAlike && ReferenceEquals(group[MaximumAlike - 1], finding))
        {
            AppendAlike(group);
        }

        _buffer.Append('\n');
        WriteBuffer();
    }

    /// <summary>Says on which lines the findings are that are not shown.</summary>
    private void AppendAlike(List<Finding> group)
    {
        int count = group.Count - MaximumAlike;
        var text = new StringBuilder("... and ")
            .Append(count.ToString(CultureInfo.InvariantCulture))
            .Append(" more like this on line")
            .Append(count == 1 ? " " : "s ");
        int shown = count > MaximumLines + 1 ? MaximumLines : count;
        for (int i = 0; i < shown; i++)
        {
            text.Append(
                i == 0 ? ""
                : i == shown - 1 && shown == count ? " and "
                : ", "
            );
            Location location = group[MaximumAlike + i].Location;
            int start = Math.Min(location.Span.Start, location.File.Text.Length);
            int line = location.File.Text.GetLinePosition(start).Line + 1;
            text.Append(line.ToString(CultureInfo.InvariantCulture));
        }

        if (shown < count)
        {
            text.Append(" and ").Append((count - shown).ToString(CultureInfo.InvariantCulture)).Append(" others");
        }

        AppendWrapped(text.Append('.').ToString());
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

        AppendHeading(notification.Severity, notification.Rule, isPreview: false);
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

    private void AppendHeading(Severity severity, RuleDescriptor rule, bool isPreview)
    {
        _buffer
            .Append(_palette.Paint(severity, severity.GetName()))
            .Append(Indent)
            .Append(_palette.Strong(VisibleText.Escape(rule.Id)))
            .Append(' ')
            .Append(VisibleText.Escape(rule.Name));
        if (isPreview)
        {
            _buffer.Append(" (preview)");
        }

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

    private void WriteBuffer()
    {
        _writer.Write(VisibleText.EscapeLineStarts(_buffer.ToString()));
        _buffer.Clear();
    }
}
