using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;

namespace DockerfileLint.Reporting;

/// <summary>Writes whole reports.</summary>
internal static class Report
{
    /// <summary>Hands results to a reporter one by one, and completes it.</summary>
    internal static void Write(IReporter reporter, IEnumerable<FileResult> results, CancellationToken cancellation)
    {
        if (results is null)
        {
            throw new ArgumentNullException(nameof(results));
        }

        cancellation.ThrowIfCancellationRequested();
        var totals = new LintTotals();
        foreach (FileResult result in results)
        {
            cancellation.ThrowIfCancellationRequested();
            reporter.Write(result);
            totals.Add(result);
        }

        reporter.Complete(totals, GetExitCode(totals));
    }

    /// <summary>A writer of UTF-8 without byte order mark; the stream stays open.</summary>
    internal static StreamWriter CreateWriter(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 4096, leaveOpen: true);

    /// <summary>The text of a report that is written to a stream in UTF-8.</summary>
    internal static string ToString(
        Func<Stream, IReporter> create,
        IEnumerable<FileResult> results,
        CancellationToken cancellation
    )
    {
        using var stream = new MemoryStream();
        Write(create(stream), results, cancellation);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The exit code that the command line ends with where nothing is set.</summary>
    private static int GetExitCode(LintTotals totals) =>
        totals.Failures > 0 ? 3
        : totals.CountAtOrAbove(Severity.Warning) > 0 ? 1
        : 0;
}
