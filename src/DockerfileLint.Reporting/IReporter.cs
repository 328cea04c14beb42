using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis;

namespace DockerfileLint.Reporting;

/// <summary>
/// Writes results as they come, in path order; not for several threads at once. A call is short and runs to its end:
/// who wants to cancel does so between files and leaves the report incomplete.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public interface IReporter
{
    /// <summary>Writes one file's result.</summary>
    void Write(FileResult result);

    /// <summary>Writes what comes after the last file and flushes.</summary>
    /// <param name="totals">Counts over all files.</param>
    /// <param name="exitCode">The exit code that the run will end with.</param>
    void Complete(LintTotals totals, int exitCode);
}
