namespace DockerfileLint.Semantics;

/// <summary>A lock that a thread stops waiting for when its caller gives up.</summary>
internal readonly struct Gate : IDisposable
{
    /// <summary>How long a waiting thread sleeps before it looks at its token again, in milliseconds.</summary>
    private const int PatienceInMilliseconds = 10;

    private readonly object _gate;

    private Gate(object gate)
    {
        _gate = gate;
    }

    /// <summary>Enters; leaving is the business of <see cref="Dispose"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal static Gate Enter(object gate, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        while (!Monitor.TryEnter(gate, PatienceInMilliseconds))
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return new Gate(gate);
    }

    /// <inheritdoc/>
    public void Dispose() => Monitor.Exit(_gate);
}
