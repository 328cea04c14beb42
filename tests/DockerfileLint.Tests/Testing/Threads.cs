using System.Runtime.ExceptionServices;

namespace DockerfileLint.Tests.Testing;

/// <summary>Runs a piece of work on several threads at once, whatever the pool has to spare.</summary>
internal static class Threads
{
    /// <summary>
    /// Calls a function on each of some new threads and waits for all; what one throws is thrown here.
    /// </summary>
    /// <param name="count">How many threads.</param>
    /// <param name="work">Gets the 0-based number of its thread.</param>
    /// <returns>What the threads returned, by number.</returns>
    internal static T[] Run<T>(int count, Func<int, T> work)
    {
        var results = new T[count];
        var errors = new ExceptionDispatchInfo?[count];
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Thread(() =>
                {
                    try
                    {
                        results[i] = work(i);
                    }
                    catch (Exception exception)
                    {
                        errors[i] = ExceptionDispatchInfo.Capture(exception);
                    }
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Array.ForEach(errors, error => error?.Throw());
        return results;
    }
}
