using System.Globalization;
using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>The counts of a run in words, such as <c>2 findings (1 error, 1 warning) in 1 file</c>.</summary>
internal static class TotalsText
{
    private static readonly Severity[] Severities = [Severity.Error, Severity.Warning, Severity.Info, Severity.Style];

    /// <summary>The sentence.</summary>
    /// <param name="totals">The counts.</param>
    /// <param name="palette">Colours; none unless given.</param>
    internal static string Create(LintTotals totals, AnsiPalette? palette = null)
    {
        palette ??= new AnsiPalette(isEnabled: false);
        var text = new StringBuilder();
        AppendFindings(text, totals, palette);
        if (totals.Fixable > 0)
        {
            text.Append(", ").Append(ToText(totals.Fixable)).Append(" fixable");
            if (totals.UnsafelyFixable > 0)
            {
                text.Append(" (").Append(ToText(totals.UnsafelyFixable)).Append(" unsafe)");
            }
        }

        if (totals.Suppressed > 0)
        {
            text.Append(", ").Append(ToText(totals.Suppressed)).Append(" suppressed");
        }

        if (totals.Baselined > 0)
        {
            text.Append(", ").Append(ToText(totals.Baselined)).Append(" in the baseline");
        }

        if (totals.SkippedFiles + totals.SkippedFolders > 0)
        {
            text.Append(", ")
                .Append(totals.SkippedFiles > 0 ? Count(totals.SkippedFiles, "file") : "")
                .Append(totals is { SkippedFiles: > 0, SkippedFolders: > 0 } ? " and " : "")
                .Append(totals.SkippedFolders > 0 ? Count(totals.SkippedFolders, "folder") : "")
                .Append(" skipped");
        }

        if (totals.Failures > 0)
        {
            string failures = totals.Failures == 1 ? "1 analysis failed" : $"{ToText(totals.Failures)} analyses failed";
            text.Append("; ").Append(palette.Paint(Severity.Error, failures));
        }

        return text.ToString();
    }

    /// <summary>A number with a noun, which has an s where it is not one.</summary>
    internal static string Count(int count, string noun) => ToText(count) + " " + noun + (count == 1 ? "" : "s");

    private static void AppendFindings(StringBuilder text, LintTotals totals, AnsiPalette palette)
    {
        if (totals.Files == 0)
        {
            text.Append("No files were linted");
            return;
        }

        if (totals.Findings == 0)
        {
            text.Append("No findings in ").Append(Count(totals.Files, "file"));
            return;
        }

        text.Append(palette.Strong(Count(totals.Findings, "finding"))).Append(" (");
        string separator = "";
        foreach (Severity severity in Severities)
        {
            int count = totals.Count(severity);
            if (count > 0)
            {
                string part = severity == Severity.Style ? ToText(count) + " style" : Count(count, severity.GetName());
                text.Append(separator).Append(palette.Paint(severity, part));
                separator = ", ";
            }
        }

        text.Append(") in ")
            .Append(totals.FilesWithFindings == totals.Files ? "" : ToText(totals.FilesWithFindings) + " of ")
            .Append(Count(totals.Files, "file"));
    }

    private static string ToText(int number) => number.ToString(CultureInfo.InvariantCulture);
}
