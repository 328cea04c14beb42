using DockerfileLint.Analysis;

namespace DockerfileLint.Reporting;

/// <summary>Results as lines that MSBuild takes for errors and warnings of its own.</summary>
public static class MSBuildReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="results">The files in the order of the report.</param>
    /// <param name="stream">Where to write, in UTF-8 without byte order mark; stays open.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="OperationCanceledException">The stream has got a part of the report, or nothing.</exception>
    public static void Write(IEnumerable<FileResult> results, Stream stream, CancellationToken cancellation = default)
    {
        using StreamWriter writer = Report.CreateWriter(stream);
        Report.Write(new MSBuildReporter(writer), results, cancellation);
    }

    /// <summary>The report as text.</summary>
    /// <param name="results">The files in the order of the report.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static string ToString(IEnumerable<FileResult> results, CancellationToken cancellation = default)
    {
        using var writer = new StringWriter();
        Report.Write(new MSBuildReporter(writer), results, cancellation);
        return writer.ToString();
    }
}
