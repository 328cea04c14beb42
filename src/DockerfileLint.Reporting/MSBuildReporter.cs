using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes findings as compilers do under MSBuild, one a line: <c>file(line,column): warning ID: text</c>. MSBuild takes
/// errors and warnings out of the output of a program and makes them its own; <c>info</c>, which style is too, stays a
/// line of the log. Lines and columns are 1-based; lines end in LF.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class MSBuildReporter : IReporter
{
    private static readonly string[] Categories = ["error", "warning"];

    private readonly TextWriter _writer;

    /// <summary>Starts a report.</summary>
    /// <param name="writer">Where to write; stays open.</param>
    public MSBuildReporter(TextWriter writer)
    {
        _writer = writer ?? throw new ArgumentNullException(nameof(writer));
    }

    /// <inheritdoc/>
    public void Write(FileResult result)
    {
        foreach (ReportedFinding finding in ReportedFinding.GetAll(result))
        {
            Write(finding.Path, finding.Lines.Start, finding.Severity, finding.Rule, finding.FullText);
        }

        foreach (Notification notification in result.Notifications)
        {
            Write(
                notification.Path ?? result.Path,
                notification.Location?.LineSpan.Start,
                notification.Severity,
                notification.Rule.Id,
                MessageText.ToFullText(notification.Message)
            );
        }
    }

    /// <inheritdoc/>
    public void Complete(LintTotals totals, int exitCode) => _writer.Flush();

    private void Write(string path, LinePosition? place, Severity severity, string rule, string message)
    {
        var line = new StringBuilder(ToOrigin(path));
        if (place is { } position)
        {
            line.Append(
                string.Format(CultureInfo.InvariantCulture, "({0},{1})", position.Line + 1, position.Character + 1)
            );
        }

        line.Append(": ")
            .Append((severity == Severity.Style ? Severity.Info : severity).GetName())
            .Append(' ')
            .Append(VisibleText.Escape(rule))
            .Append(": ")
            .Append(message)
            .Append('\n');
        _writer.Write(line.ToString());
    }

    /// <summary>A path as it stands before the first colon: without one, and not taken for a category.</summary>
    private static string ToOrigin(string path)
    {
        string shown = VisibleText.Escape(path).Replace(":", "\\u{3a}");
        foreach (string category in Categories)
        {
            if (shown.TrimStart().StartsWith(category, StringComparison.OrdinalIgnoreCase))
            {
                shown = "./" + shown;
            }

            for (int i; (i = shown.IndexOf(" " + category, StringComparison.OrdinalIgnoreCase)) >= 0; )
            {
                shown = shown.Remove(i, 1).Insert(i, "\\u{20}");
            }
        }

        return shown;
    }
}
