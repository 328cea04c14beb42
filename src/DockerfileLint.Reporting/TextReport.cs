using DockerfileLint.Analysis;

namespace DockerfileLint.Reporting;

/// <summary>
/// Results for people: place, severity, rule, message, the offending line with the exact span underlined, and totals.
/// Lines end in LF; nothing that a linted file contains reaches a terminal as a control character.
/// </summary>
public static class TextReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="results">The files in the order of the report; each is written as it comes.</param>
    /// <param name="writer">Where to write; stays open.</param>
    /// <param name="options">How it looks; plain and unwrapped unless set.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="OperationCanceledException">The writer has got a part of the report, or nothing.</exception>
    public static void Write(
        IEnumerable<FileResult> results,
        TextWriter writer,
        TextOptions? options = null,
        CancellationToken cancellation = default
    ) => Report.Write(new TextReporter(writer, options), results, cancellation);

    /// <summary>Writes a report.</summary>
    /// <param name="results">The files in the order of the report; each is written as it comes.</param>
    /// <param name="stream">Where to write, in UTF-8 without byte order mark; stays open.</param>
    /// <param name="options">How it looks; plain and unwrapped unless set.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="OperationCanceledException">The stream has got a part of the report, or nothing.</exception>
    public static void Write(
        IEnumerable<FileResult> results,
        Stream stream,
        TextOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        using StreamWriter writer = Report.CreateWriter(stream);
        Write(results, writer, options, cancellation);
    }

    /// <summary>The report as text.</summary>
    /// <param name="results">The files in the order of the report.</param>
    /// <param name="options">How it looks; plain and unwrapped unless set.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static string ToString(
        IEnumerable<FileResult> results,
        TextOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        using var writer = new StringWriter();
        Write(results, writer, options, cancellation);
        return writer.ToString();
    }
}
