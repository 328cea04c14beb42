using FluentAssertions;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// How much an action does, by the bytes that it allocates on its thread: the same on every machine, busy or not.
/// </summary>
internal static class Work
{
    /// <summary>An action with an input of twice the size does about twice as much, not four times.</summary>
    /// <param name="create">Makes the action for a size; what it does itself does not count.</param>
    /// <param name="size">The smaller size.</param>
    internal static void ShouldGrowAsTheInput(Func<int, Action> create, int size)
    {
        // Tables that are made once are not the input's.
        create(1)();
        long work = Measure(create(size));
        long workOfTwice = Measure(create(2 * size));

        workOfTwice
            .Should()
            .BeLessThan((5 * work / 2) + 100_000, $"{work} bytes are allocated for an input of half the size");
    }

    private static long Measure(Action action) =>
        HangGuard.Run(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
}
