using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DockerfileLint.Syntax.Shell;

/// <summary>Collects the children of nested constructs: those of the innermost one lie on top.</summary>
internal sealed class NodeBuffer<T>
{
    private T[] _items = new T[16];

    internal int Count { get; private set; }

    internal int Capacity => _items.Length;

    internal void Add(T item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }

    /// <summary>Takes what was added since <see cref="Count"/> was <paramref name="start"/>.</summary>
    internal ImmutableArray<T> Take(int start)
    {
        int length = Count - start;
        if (length == 0)
        {
            return [];
        }

        var taken = new T[length];
        Array.Copy(_items, start, taken, 0, length);
        Array.Clear(_items, start, length);
        Count = start;
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }
}
