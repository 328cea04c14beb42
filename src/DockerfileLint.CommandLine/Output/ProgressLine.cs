using System.Globalization;

namespace DockerfileLint.CommandLine.Output;

/// <summary>
/// Says on a terminal how many files are linted, once a run takes longer than a second, and takes that away in the end.
/// </summary>
/// <param name="writer">The terminal, or <c>null</c> where there is none to write to.</param>
/// <param name="clock">Knows the time.</param>
internal sealed class ProgressLine(TextWriter? writer, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _shown;
    private int _files;

    /// <summary>Counts a file.</summary>
    internal void Advance()
    {
        _files++;
        if (writer is null)
        {
            return;
        }

        TimeSpan elapsed = clock.GetElapsedTime(_start);
        if (elapsed >= Patience && elapsed - _shown >= Interval)
        {
            _shown = elapsed;
            writer.Write("\r" + _files.ToString(CultureInfo.InvariantCulture) + " files linted ...");
            writer.Flush();
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_shown > TimeSpan.Zero)
        {
            writer!.Write("\r\u001b[K");
            writer.Flush();
        }
    }
}
