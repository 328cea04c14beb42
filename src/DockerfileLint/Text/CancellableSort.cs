using System.Collections.Immutable;

namespace DockerfileLint.Text;

/// <summary>Sorts lists that may be so long that their owner gives up meanwhile.</summary>
internal static class CancellableSort
{
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal static void Sort<T>(List<T> items, Comparison<T> comparison, CancellationToken cancellation) =>
        Run(() => items.Sort(Watch(comparison, cancellation)), cancellation);

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal static void Sort<T>(
        ImmutableArray<T>.Builder items,
        Comparison<T> comparison,
        CancellationToken cancellation
    ) => Run(() => items.Sort(Watch(comparison, cancellation)), cancellation);

    private static Comparison<T> Watch<T>(Comparison<T> comparison, CancellationToken cancellation) =>
        (left, right) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return comparison(left, right);
        };

    private static void Run(Action sort, CancellationToken cancellation)
    {
        try
        {
            sort();
        }
        catch (InvalidOperationException exception) when (exception.InnerException is OperationCanceledException)
        {
            // The framework wraps what a comparison throws.
            throw new OperationCanceledException(cancellation);
        }
    }
}
