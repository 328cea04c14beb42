using System.Runtime.ExceptionServices;

namespace DockerfileLint.CommandLine;

/// <summary>
/// Works on items in parallel and hands the results out in the order of the items, with a bounded number of items and
/// results held at any time. Items are drawn, by the thread that takes the results,
/// as there is room for them.
/// </summary>
internal sealed class OrderedPipeline<TItem, TResult>
    where TResult : class
{
    // Results that one slow item may hold up, per worker.
    private const int WindowPerWorker = 8;

    private readonly int _workers;
    private readonly Func<TItem, TResult> _work;
    private readonly TItem[] _items;
    private readonly TResult?[] _finished;
    private readonly object _gate = new();
    private int _drawn;
    private int _started;
    private int _released;
    private Exception? _failure;
    private bool _isStopped;

    private OrderedPipeline(int workers, Func<TItem, TResult> work, int window)
    {
        _workers = workers;
        _work = work;
        _items = new TItem[workers * window];
        _finished = new TResult?[workers * window];
    }

    /// <summary>The results in the order of the items.</summary>
    /// <param name="items">The items. An exception of theirs ends the run and comes out of the enumeration.</param>
    /// <param name="workers">
    /// Number of threads; with 1, and for a single item, the work is done by the caller's.
    /// </param>
    /// <param name="work">Makes a result. An exception ends the run and comes out of the enumeration.</param>
    /// <param name="window">Number of results that one slow item may hold up, per worker.</param>
    internal static IEnumerable<TResult> Run(
        IEnumerable<TItem> items,
        int workers,
        Func<TItem, TResult> work,
        int window = WindowPerWorker
    ) => workers <= 1 ? items.Select(work) : new OrderedPipeline<TItem, TResult>(workers, work, window).Run(items);

    private IEnumerable<TResult> Run(IEnumerable<TItem> items)
    {
        using IEnumerator<TItem> source = items.GetEnumerator();
        int threads = 0;
        bool isMore = true;
        try
        {
            while (true)
            {
                while (isMore && _drawn - _released < _items.Length)
                {
                    isMore = source.MoveNext();
                    if (isMore)
                    {
                        Enqueue(source.Current);

                        // The second item is the first that needs a second hand.
                        for (; _drawn > 1 && threads < Math.Min(_workers, _drawn); threads++)
                        {
                            new Thread(Work) { IsBackground = true, Name = "dockerfile-lint" }.Start();
                        }
                    }
                }

                if (_released == _drawn)
                {
                    yield break;
                }

                yield return threads == 0 ? _work(_items[_released++]) : Take();
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

    private void Enqueue(TItem item)
    {
        lock (_gate)
        {
            _items[_drawn % _items.Length] = item;
            _drawn++;
            Monitor.PulseAll(_gate);
        }
    }

    private TResult Take()
    {
        lock (_gate)
        {
            ref TResult? slot = ref _finished[_released % _finished.Length];
            while (slot is null && _failure is null)
            {
                Monitor.Wait(_gate);
            }

            if (slot is not { } result)
            {
                if (_failure is OperationCanceledException)
                {
                    ExceptionDispatchInfo.Capture(_failure).Throw();
                }

                throw new InvalidOperationException("A file could not be processed.", _failure);
            }

            slot = null;
            _released++;
            return result;
        }
    }

    private void Work()
    {
        while (TryStart(out int index, out TItem item))
        {
            try
            {
                TResult result = _work(item);
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

    private bool TryStart(out int index, out TItem item)
    {
        lock (_gate)
        {
            while (!_isStopped && _started == _drawn)
            {
                Monitor.Wait(_gate);
            }

            index = _started;
            item = _items[index % _items.Length];
            _started += _isStopped ? 0 : 1;
            return !_isStopped;
        }
    }
}
