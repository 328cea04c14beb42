using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis;

namespace DockerfileLint.Reporting;

/// <summary>
/// Results as one page of HTML that needs nothing beside it, byte for byte the same for the same results.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public static class HtmlReport
{
    /// <summary>Writes a page.</summary>
    /// <param name="results">The files in the order of the page; each is written as it comes.</param>
    /// <param name="stream">Where to write, in UTF-8 without byte order mark; stays open.</param>
    /// <param name="options">What the page says beyond the results.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="OperationCanceledException">The stream has got a part of the page, or nothing.</exception>
    public static void Write(
        IEnumerable<FileResult> results,
        Stream stream,
        HtmlOptions? options = null,
        CancellationToken cancellation = default
    ) => Report.Write(new HtmlReporter(stream, options), results, cancellation);
}
