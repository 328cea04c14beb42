namespace DockerfileLint.Semantics;

/// <summary>
/// The indexes of one model: what single rules ask of it, made when the first of them does. Safe for all threads; those
/// that ask at once get the same index, and a factory that throws leaves nothing behind.
/// </summary>
/// <remarks>An index is immutable, or answers the same whoever asks first.</remarks>
internal sealed class ModelIndexes
{
    private static int s_slots;

    // Replaced, never changed, so that nobody who reads has to wait.
    private object?[] _indexes = [];

    /// <summary>The index of a type.</summary>
    /// <param name="model">The model that holds these indexes.</param>
    /// <param name="create">
    /// Makes the index; the same function for each call with the type. Threads that ask at once may all call it.
    /// </param>
    internal TIndex Get<TModel, TIndex>(TModel model, Func<TModel, TIndex> create)
        where TIndex : class
    {
        int slot = Slot<TIndex>.Number;
        object?[] indexes = _indexes;
        return slot < indexes.Length && indexes[slot] is { } index ? (TIndex)index : Add(slot, create(model));
    }

    private TIndex Add<TIndex>(int slot, TIndex index)
        where TIndex : class
    {
        while (true)
        {
            object?[] known = _indexes;
            if (slot < known.Length && known[slot] is { } earlier)
            {
                return (TIndex)earlier;
            }

            object?[] extended = new object?[Math.Max(known.Length, slot + 1)];
            known.CopyTo(extended, 0);
            extended[slot] = index;
            if (Interlocked.CompareExchange(ref _indexes, extended, known) == known)
            {
                return index;
            }
        }
    }

    /// <summary>The place of a type, the same in all models.</summary>
    private static class Slot<TIndex>
    {
        internal static readonly int Number = Interlocked.Increment(ref s_slots) - 1;
    }
}
