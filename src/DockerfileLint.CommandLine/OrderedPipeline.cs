namespace DockerfileLint.CommandLine;

/// <summary>Works on items in parallel and hands the results out in the order of the items, with a bounded number of results held at any time.</summary>
internal sealed class OrderedPipeline<TItem, TResult>
    where TResult : class
{
    // Results that one slow item may hold up, per worker.
    private const int WindowPerWorker = 8;

    private readonly IReadOnlyList<TItem> _items;
    private readonly Func<TItem, TResult> _work;
    private readonly TResult?[] _finished;
    private readonly object _gate = new();
    private int _next;
    private int _released;
    private Exception? _failure;
    private bool _isStopped;

    private OrderedPipeline(IReadOnlyList<TItem> items, int workers, Func<TItem, TResult> work)
    {
        _items = items;
        _work = work;
        _finished = new TResult?[workers * WindowPerWorker];
    }

    /// <summary>The results in the order of the items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="workers">Number of threads; with 1 the work is done by the caller's.</param>
    /// <param name="work">Makes a result. An exception ends the run and comes out of the enumeration.</param>
    internal static IEnumerable<TResult> Run(IReadOnlyList<TItem> items, int workers, Func<TItem, TResult> work)
    {
        workers = Math.Min(workers, items.Count);
        return workers <= 1 ? items.Select(work) : new OrderedPipeline<TItem, TResult>(items, workers, work).Run(workers);
    }

    private IEnumerable<TResult> Run(int workers)
    {
        for (int i = 0; i < workers; i++)
        {
            new Thread(Work) { IsBackground = true, Name = "dockerfile-lint" }.Start();
        }

        try
        {
            for (int i = 0; i < _items.Count; i++)
            {
                yield return Take(i);
            }
        }
        finally
        {
            lock (_gate)
            {
                _isStopped = true;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private TResult Take(int index)
    {
        lock (_gate)
        {
            ref TResult? slot = ref _finished[index % _finished.Length];
            while (slot is null && _failure is null)
            {
                Monitor.Wait(_gate);
            }

            if (slot is not { } result)
            {
                throw new InvalidOperationException("A file could not be processed.", _failure);
            }

            slot = null;
            _released++;
            Monitor.PulseAll(_gate);
            return result;
        }
    }

    private void Work()
    {
        while (TryStart(out int index))
        {
            try
            {
                TResult result = _work(_items[index]);
                lock (_gate)
                {
                    _finished[index % _finished.Length] = result;
                    Monitor.PulseAll(_gate);
                }
            }
            catch (Exception exception)
            {
                // Handed to the thread that enumerates.
                lock (_gate)
                {
                    _failure = exception;
                    _isStopped = true;
                    Monitor.PulseAll(_gate);
                }
            }
        }
    }

    private bool TryStart(out int index)
    {
        lock (_gate)
        {
            while (!_isStopped && _next < _items.Count && _next - _released >= _finished.Length)
            {
                Monitor.Wait(_gate);
            }

            index = _next;
            bool started = !_isStopped && _next < _items.Count;
            _next += started ? 1 : 0;
            return started;
        }
    }
}
