using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>A finding as the line-oriented formats show it.</summary>
/// <param name="Path">The file that it lies in.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Severity">The severity after configuration.</param>
/// <param name="Message">What is wrong, in one line with nothing in it that acts on a terminal.</param>
/// <param name="FullText">What is wrong, what to do and where else, written likewise.</param>
/// <param name="Lines">The place, 0-based; empty only in an empty file.</param>
/// <param name="Source">The finding.</param>
internal readonly record struct ReportedFinding(
    string Path,
    string Rule,
    Severity Severity,
    string Message,
    string FullText,
    LinePositionSpan Lines,
    Finding Source
)
{
    /// <summary>1-based number of the first line.</summary>
    internal int Line => Lines.Start.Line + 1;

    /// <summary>1-based column of the first character in UTF-16 code units.</summary>
    internal int Column => Lines.Start.Character + 1;

    /// <summary>1-based number of the last line.</summary>
    internal int EndLine => Lines.End.Line + 1;

    /// <summary>1-based column behind the last character in UTF-16 code units.</summary>
    internal int EndColumn => Lines.End.Character + 1;

    /// <summary>The findings of a file that count, in its order.</summary>
    internal static IEnumerable<ReportedFinding> GetAll(FileResult result)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        return result.Findings.Where(finding => finding.IsCounted).Select(Create);
    }

    private static ReportedFinding Create(Finding finding)
    {
        SourceText text = finding.Location.File.Text;
        string fullText = MessageText.ToFullText(finding.Message);
        LinePositionSpan lines = text.GetLinePositionSpan(RegionSpan.Get(text, finding.Location.Span));
        return new ReportedFinding(
            finding.Location.File.Path,
            finding.Rule.Id,
            finding.Severity,
            MessageText.ToFindingText(finding.Message),
            MessageText.ListRepetitions(finding) is { } repetitions ? $"{fullText} {repetitions}" : fullText,
            lines,
            finding
        );
    }
}
