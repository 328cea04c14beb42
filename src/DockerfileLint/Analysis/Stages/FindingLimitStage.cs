using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis.Stages;

/// <summary>Keeps the most severe diagnostics of a file that has more than anybody can read.</summary>
internal static class FindingLimitStage
{
    /// <summary>Leaves out the least severe ones, and of those of one severity the last.</summary>
    internal static List<JudgedDiagnostic> Limit(
        List<JudgedDiagnostic> diagnostics,
        int limit,
        CancellationToken cancellation
    )
    {
        if (diagnostics.Count <= limit)
        {
            return diagnostics;
        }

        // What a comment suppresses weighs least of all.
        CancellableSort.Sort(
            diagnostics,
            static (left, right) =>
                GetWeight(left) != GetWeight(right)
                    ? GetWeight(right).CompareTo(GetWeight(left))
                    : left.Diagnostic.Location.Span.CompareTo(right.Diagnostic.Location.Span),
            cancellation
        );
        return diagnostics.GetRange(0, limit);
    }

    /// <summary>Says that something was left out, where it was.</summary>
    /// <param name="file">The file.</param>
    /// <param name="count">Number of all diagnostics.</param>
    internal static Notification[] Explain(FileAnalysis file, int count) =>
        count <= file.MaxFindings
            ? []
            :
            [
                new Notification(
                    RuleDescriptors.LimitReached,
                    LimitReachedMessages.Findings(file.Path, file.MaxFindings.ToString(CultureInfo.InvariantCulture)),
                    file.Path,
                    Location: null
                ),
            ];

    private static int GetWeight(JudgedDiagnostic diagnostic) =>
        diagnostic.Suppression is null ? (int)diagnostic.Severity : -1;
}
