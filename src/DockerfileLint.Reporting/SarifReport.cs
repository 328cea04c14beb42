using DockerfileLint.Analysis;

namespace DockerfileLint.Reporting;

/// <summary>Results as a SARIF 2.1.0 log, byte for byte the same for the same results.</summary>
/// <remarks>
/// The exit code in the log is the one that the command line would end with: 3 where something could not be analysed,
/// else 1 where there is a warning or an error, else 0.
/// </remarks>
public static class SarifReport
{
    /// <summary>Writes a log.</summary>
    /// <param name="results">The files in the order of the log; each is written as it comes.</param>
    /// <param name="stream">Where to write, in UTF-8 without byte order mark; stays open.</param>
    /// <param name="options">What to say beyond the results.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="OperationCanceledException">The stream has got a part of the log, or nothing.</exception>
    public static void Write(
        IEnumerable<FileResult> results,
        Stream stream,
        SarifOptions? options = null,
        CancellationToken cancellation = default
    ) => Report.Write(new SarifReporter(stream, options ?? new SarifOptions()), results, cancellation);

    /// <summary>The log as text.</summary>
    /// <param name="results">The files in the order of the log.</param>
    /// <param name="options">What to say beyond the results.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static string ToString(
        IEnumerable<FileResult> results,
        SarifOptions? options = null,
        CancellationToken cancellation = default
    ) => Report.ToString(stream => new SarifReporter(stream, options ?? new SarifOptions()), results, cancellation);
}
