namespace DockerfileLint.CommandLine.Output;

/// <summary>Where one report goes.</summary>
/// <param name="stream">The bytes.</param>
/// <param name="isTerminal">Whether a person sees them at once.</param>
internal sealed class ReportTarget(Stream stream, bool isTerminal)
{
    private StreamWriter? _writer;

    internal Stream Stream => stream;

    internal bool IsTerminal => isTerminal;

    /// <summary>The same as text. What is written appears at the latest when the report is complete.</summary>
    internal TextWriter Writer => _writer ??= CommandLineEnvironment.CreateWriter(stream);

    internal void Flush() => _writer?.Flush();
}
