using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax;

/// <summary>The children of a node in text order. Going through them with <c>foreach</c> allocates nothing.</summary>
[Experimental(ExperimentalApi.Id)]
public readonly struct ChildNodeList : IReadOnlyList<SyntaxNode>
{
    private readonly SyntaxNode _parent;

    internal ChildNodeList(SyntaxNode parent)
    {
        _parent = parent;
    }

    /// <summary>Number of children.</summary>
    public int Count => _parent.ChildCount;

    /// <summary>The child at a 0-based index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public SyntaxNode this[int index] =>
        index >= 0 && index < Count ? _parent.GetChild(index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Starts before the first child.</summary>
    public Enumerator GetEnumerator() => new(_parent);

    /// <inheritdoc/>
    IEnumerator<SyntaxNode> IEnumerable<SyntaxNode>.GetEnumerator()
    {
        foreach (SyntaxNode child in this)
        {
            yield return child;
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<SyntaxNode>)this).GetEnumerator();

    /// <summary>Goes through the children of a node.</summary>
    [Experimental(ExperimentalApi.Id)]
    public struct Enumerator
    {
        private readonly SyntaxNode _parent;
        private SyntaxNode[]? _run;
        private SyntaxNode? _current;
        private int _slot;
        private int _index;

        internal Enumerator(SyntaxNode parent)
        {
            _parent = parent;
        }

        /// <summary>The child that <see cref="MoveNext"/> came to.</summary>
        public readonly SyntaxNode Current => _current!;

        /// <summary>Goes to the next child; <c>false</c> behind the last one.</summary>
        public bool MoveNext()
        {
            while (true)
            {
                if (_run is not null)
                {
                    if (_index < _run.Length)
                    {
                        _current = _run[_index++];
                        return true;
                    }

                    _run = null;
                }

                if (_slot == _parent.SlotCount)
                {
                    return false;
                }

                ChildSlot slot = _parent.GetSlot(_slot++);
                if (slot.Node is not null)
                {
                    _current = slot.Node;
                    return true;
                }

                _run = slot.Nodes;
                _index = 0;
            }
        }
    }
}
