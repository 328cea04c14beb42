using System.Diagnostics;
using DockerfileLint.LanguageServer.Protocol;

namespace DockerfileLint.LanguageServer;

/// <summary>
/// How long it took from an edit to the findings in the edited document. Safe to use from several threads.
/// </summary>
internal sealed class LatencyCounter
{
    private readonly Lock _lock = new();
    private readonly double[] _latest = new double[1024];
    private int _count;

    /// <summary>Counts an edit whose findings are on their way.</summary>
    /// <param name="changedAt">When the edit came in, as <see cref="Stopwatch"/> counts.</param>
    internal void Count(long changedAt)
    {
        double elapsed = Stopwatch.GetElapsedTime(changedAt).TotalMilliseconds;
        lock (_lock)
        {
            _latest[_count++ % _latest.Length] = elapsed;
        }
    }

    internal ServerStatistics GetStatistics()
    {
        double[] sorted;
        int count;
        lock (_lock)
        {
            count = _count;
            sorted = [.. _latest.Take(Math.Min(count, _latest.Length)).Order()];
        }

        return new ServerStatistics(
            count,
            sorted.Length == 0 ? 0 : sorted[sorted.Length / 2],
            sorted.Length == 0 ? 0 : sorted[^1],
            GC.GetTotalMemory(forceFullCollection: true)
        );
    }
}
