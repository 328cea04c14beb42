namespace DockerfileLint.Syntax;

/// <summary>Goes through a node and everything below it, parents first, with one allocation in all.</summary>
internal struct DescendantEnumerator
{
    /// <summary>How deep most trees are.</summary>
    private const int UsualDepth = 8;

    private readonly SyntaxNode _root;
    private ChildNodeList.Enumerator[]? _open;
    private int _depth;

    internal DescendantEnumerator(SyntaxNode root)
    {
        _root = root;
        Current = null!;
    }

    internal SyntaxNode Current { get; private set; }

    internal bool MoveNext()
    {
        if (_open is null)
        {
            _open = new ChildNodeList.Enumerator[UsualDepth];
            return Enter(_root);
        }

        while (_depth > 0)
        {
            ref ChildNodeList.Enumerator children = ref _open[_depth - 1];
            if (children.MoveNext())
            {
                return Enter(children.Current);
            }

            _depth--;
        }

        return false;
    }

    private bool Enter(SyntaxNode node)
    {
        Current = node;
        if (node.SlotCount > 0)
        {
            if (_depth == _open!.Length)
            {
                Array.Resize(ref _open, _depth * 2);
            }

            _open[_depth++] = node.ChildNodes.GetEnumerator();
        }

        return true;
    }
}
