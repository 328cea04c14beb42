using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes a summary in GitHub's Markdown, for a comment on a pull request or the page of a run: totals, a table of the
/// files, and their findings folded below. At most 65,000 characters, which a comment may have; what is left out is
/// counted. The files with the most severe findings come first. Nothing in a linted file is Markdown here. Lines end
/// in LF.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class MarkdownReporter : IReporter
{
    /// <summary>Characters of a report, in UTF-16 code units.</summary>
    internal const int MaximumLength = 65_000;

    /// <summary>What the table may take of it.</summary>
    private const int MaximumTableLength = 20_000;

    /// <summary>Kept for what is said about findings and files that are left out.</summary>
    private const int Reserve = 500;

    private const string DetailsEnd = "\n</details>\n";

    private static readonly Severity[] Severities = [Severity.Error, Severity.Warning, Severity.Info, Severity.Style];

    private readonly TextWriter _writer;

    // The files by their worst severity. Of each severity no more are kept than a report can show.
    private readonly List<FileSection>[] _sections = new List<FileSection>[(int)Severity.Error + 1];
    private readonly int[] _lengths = new int[(int)Severity.Error + 1];
    private readonly StringBuilder _failures = new();
    private int _files;
    private int _moreFailures;

    /// <summary>Starts a report.</summary>
    /// <param name="writer">Where to write; stays open.</param>
    public MarkdownReporter(TextWriter writer)
    {
        _writer = writer ?? throw new ArgumentNullException(nameof(writer));
        for (int i = 0; i < _sections.Length; i++)
        {
            _sections[i] = [];
        }
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        IEnumerable<ReportedFinding> findings = ReportedFinding.GetAll(result);
        var section = new FileSection(result.Path);
        foreach (ReportedFinding finding in findings)
        {
            section.Add(finding);
        }

        if (section.Count > 0)
        {
            _files++;
            int worst = (int)section.Worst;
            if (_lengths[worst] < MaximumLength)
            {
                _sections[worst].Add(section);
                _lengths[worst] += section.Length;
            }
        }

        foreach (Notification notification in result.Notifications)
        {
            AddFailure(notification, result.Path);
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode)
    {
        if (totals is null)
        {
            throw new ArgumentNullException(nameof(totals));
        }

        var report = new StringBuilder("### dockerfile-lint: ").Append(ToHeading(totals)).Append('\n');
        if (_files > 0)
        {
            List<FileSection> sections = [.. Enumerable.Reverse(_sections).SelectMany(list => list)];
            AppendTable(report, sections);
            AppendDetails(report, sections, totals.Findings);
        }

        if (_failures.Length > 0)
        {
            report.Append('\n').Append(_failures);
            AppendMore(report, _moreFailures, "message", "of the tool");
        }

        _writer.Write(report.ToString());
        _writer.Flush();
    }

    private static string ToHeading(LintTotals totals)
    {
        string text = TotalsText.Create(totals);
        return char.ToLowerInvariant(text[0]) + text.Substring(1);
    }

    private void AddFailure(Notification notification, string path)
    {
        var item = new StringBuilder("- **").Append(notification.Severity.GetName()).Append("** ");
        AppendPath(item, notification.Path ?? path);
        AppendMessage(item.Append(": "), notification.Message);
        AppendRule(item, notification.Rule);

        // They are few, and say that the report is not whole.
        if (_failures.Length + item.Length < MaximumLength / 10)
        {
            _failures.Append(item);
        }
        else
        {
            _moreFailures++;
        }
    }

    private void AppendTable(StringBuilder report, List<FileSection> sections)
    {
        report.Append("\n| File | Errors | Warnings | Infos | Style |\n|---|--:|--:|--:|--:|\n");
        int shown = 0;
        foreach (FileSection section in sections)
        {
            int start = report.Length;
            AppendPath(report.Append("| "), section.Path);
            foreach (Severity severity in Severities)
            {
                int count = section.GetCount(severity);
                report.Append(" | ").Append(count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture));
            }

            report.Append(" |\n");
            if (report.Length > MaximumTableLength)
            {
                report.Length = start;
                break;
            }

            shown++;
        }

        AppendMore(report, _files - shown, "file", "with findings");
    }

    private void AppendDetails(StringBuilder report, List<FileSection> sections, int findings)
    {
        int available = MaximumLength - Reserve - _failures.Length;
        int shown = 0;
        foreach (FileSection section in sections)
        {
            int start = report.Length;
            report.Append("\n<details>\n<summary>");
            AppendHtmlCode(report, section.Path);
            report.Append(": ").Append(TotalsText.Count(section.Count, "finding")).Append("</summary>\n\n");
            int items = 0;
            foreach (string item in section.Items)
            {
                if (report.Length + item.Length + DetailsEnd.Length > available)
                {
                    break;
                }

                report.Append(item);
                items++;
            }

            if (items == 0)
            {
                report.Length = start;
                break;
            }

            report.Append(DetailsEnd);
            shown += items;
            if (items < section.Count)
            {
                break;
            }
        }

        AppendMore(report, findings - shown, "finding", "");
    }

    private static void AppendMore(StringBuilder report, int count, string noun, string rest)
    {
        if (count > 0)
        {
            report.Append("\n... and ").Append(count.ToString(CultureInfo.InvariantCulture)).Append(" more ");
            report.Append(noun).Append(count == 1 ? "" : "s").Append(rest.Length > 0 ? " " : "").Append(rest);
            report.Append(".\n");
        }
    }

    private static void AppendMessage(StringBuilder text, DiagnosticMessage message) =>
        MessageText.AppendMarkdown(
            text,
            MessageText.RemoveLinks(message.Template.FullText),
            MessageText.GetArguments(message),
            isolatesValues: true
        );

    private static void AppendRule(StringBuilder text, RuleDescriptor rule)
    {
        string id = VisibleText.Escape(rule.Id);
        text.Append(" (");
        _ = Uri.TryCreate(rule.HelpUri, UriKind.Absolute, out Uri? page)
            ? text.Append('[').Append(id).Append("](<").Append(page.AbsoluteUri).Append(">)")
            : text.Append(id);
        text.Append(' ').Append(VisibleText.Escape(rule.Name)).Append(")\n");
    }

    /// <summary>Appends a path as a code span, which a table takes for one cell.</summary>
    private static void AppendPath(StringBuilder text, string path)
    {
        string shown = VisibleText.Escape(path);
        if (shown.IndexOfAny(['|', '\\']) < 0)
        {
            MessageText.AppendCode(text, shown.AsSpan());
        }
        else
        {
            AppendHtmlCode(text, shown);
        }
    }

    /// <summary>
    /// Appends a path as code in HTML with every mark as a reference, so that it means nothing in HTML or Markdown.
    /// </summary>
    private static void AppendHtmlCode(StringBuilder text, string path)
    {
        text.Append("<code>");
        foreach (char c in VisibleText.Escape(path))
        {
            _ =
                c > 127 || char.IsLetterOrDigit(c) || c is ' ' or '/' or '-'
                    ? text.Append(c)
                    : text.Append("&#").Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
        }

        text.Append("</code>");
    }

    /// <summary>The findings of one file.</summary>
    private sealed class FileSection(string path)
    {
        private readonly int[] _counts = new int[(int)Severity.Error + 1];

        internal string Path { get; } = path;

        internal int Count { get; private set; }

        internal Severity Worst { get; private set; }

        /// <summary>Characters of the items.</summary>
        internal int Length { get; private set; }

        /// <summary>The first findings as items of a list, no more than a report can show.</summary>
        internal List<string> Items { get; } = [];

        internal int GetCount(Severity severity) => _counts[(int)severity];

        internal void Add(ReportedFinding finding)
        {
            Count++;
            _counts[(int)finding.Severity]++;
            Worst = finding.Severity > Worst ? finding.Severity : Worst;
            if (Length >= MaximumLength)
            {
                return;
            }

            var item = new StringBuilder("- **").Append(finding.Severity.GetName()).Append("** line ");
            item.Append(finding.Line.ToString(CultureInfo.InvariantCulture)).Append(": ");
            AppendMessage(item, finding.Source.Message);
            if (MessageText.ListRepetitions(finding.Source) is { } repetitions)
            {
                item.Append(' ').Append(repetitions);
            }

            AppendRule(item, finding.Source.Rule);
            Items.Add(item.ToString());
            Length += item.Length;
        }
    }
}
