using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DockerfileLint.Syntax;

/// <summary>A place for children in a node: one child, a run of them in text order, or nothing.</summary>
internal readonly struct ChildSlot
{
    private ChildSlot(SyntaxNode? node, SyntaxNode[]? nodes)
    {
        Node = node;
        Nodes = nodes;
    }

    internal SyntaxNode? Node { get; }

    internal SyntaxNode[]? Nodes { get; }

    internal int Count => Nodes?.Length ?? (Node is null ? 0 : 1);

    public static implicit operator ChildSlot(SyntaxNode? node) => new(node, nodes: null);

    internal static ChildSlot Of(SyntaxNode[] nodes) => new(node: null, nodes);

    internal static ChildSlot Of<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode => new(node: null, ImmutableCollectionsMarshal.AsArray(nodes));
}
