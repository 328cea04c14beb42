using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax;

/// <summary>
/// A construct with an absolute span. Nodes nest: a child's span lies inside its parent's, and siblings come in text
/// order. The only exception is a here-document in a script, whose lines lie behind the line that names it.
/// </summary>
/// <remarks>
/// Nodes never change once their tree is there, and any number of threads may read them. A script of a Dockerfile knows
/// its parent, which does not list it among its children: only the semantic model knows in which language to read it.
/// </remarks>
[Experimental(ExperimentalApi.Id)]
public abstract class SyntaxNode
{
    private protected SyntaxNode(TextSpan span)
        : this(span.Start, span.End) { }

    private protected SyntaxNode(int start, int end)
    {
        OwnStart = start;
        OwnEnd = end;
    }

    /// <summary>What the node is; each class has a kind of its own.</summary>
    public abstract SyntaxKind SyntaxKind { get; }

    /// <summary>The construct's text in the file, from its first to its last significant character.</summary>
    public virtual TextSpan Span => TextSpan.FromBounds(OwnStart, OwnEnd);

    /// <summary>The enclosing construct, or <c>null</c> for the root.</summary>
    public SyntaxNode? Parent { get; private protected set; }

    /// <summary>The tree that the node belongs to.</summary>
    public virtual SyntaxTree Tree
    {
        get
        {
            SyntaxNode root = Parent ?? throw new InvalidOperationException("The node is not part of a tree yet.");
            while (root.Parent is { } parent)
            {
                root = parent;
            }

            return root.Tree;
        }
    }

    /// <summary>The direct children in text order.</summary>
    public ChildNodeList ChildNodes => new(this);

    /// <summary>The node and everything below it in text order, parents first.</summary>
    public IEnumerable<SyntaxNode> DescendantNodesAndSelf()
    {
        var descendants = new DescendantEnumerator(this);
        while (descendants.MoveNext())
        {
            yield return descendants.Current;
        }
    }

    /// <summary>The text of <see cref="Span"/>.</summary>
    public override string ToString() => Tree.Text.ToString(Span);

    /// <summary>0-based offset in the text that the node was read from: that of the file, but for scripts.</summary>
    private protected int OwnStart { get; }

    /// <summary>Offset behind the last character in that text.</summary>
    private protected int OwnEnd { get; }

    /// <summary>Number of places for children, empty ones included.</summary>
    internal virtual int SlotCount => 0;

    /// <summary>What stands at a place for children; all of one place comes before all of the next one.</summary>
    internal virtual ChildSlot GetSlot(int index) => default;

    /// <summary>Number of children.</summary>
    internal virtual int ChildCount
    {
        get
        {
            int count = 0;
            for (int i = 0; i < SlotCount; i++)
            {
                count += GetSlot(i).Count;
            }

            return count;
        }
    }

    /// <summary>The child at a 0-based index below <see cref="ChildCount"/>.</summary>
    internal virtual SyntaxNode GetChild(int index)
    {
        int slot = 0;
        while (GetSlot(slot).Count is var count && index >= count)
        {
            index -= count;
            slot++;
        }

        ChildSlot found = GetSlot(slot);
        return found.Nodes is { } nodes ? nodes[index] : found.Node!;
    }

    /// <summary>Whether the node's text holds a part of the file; an empty part is the character behind it.</summary>
    internal bool Covers(TextSpan span) => span.IsEmpty ? Span.Contains(span.Start) : Span.Contains(span);

    /// <summary>The deepest node that covers a part of the file, from this one downwards, which does so.</summary>
    internal SyntaxNode FindDescendant(TextSpan span)
    {
        SyntaxNode node = FindDisplaced(span) ?? this;
        while (node.FindChild(span) is { } child)
        {
            node = child;
        }

        return node;
    }

    /// <summary>A node below this one that covers a part of the file outside of its parent's text.</summary>
    private protected virtual SyntaxNode? FindDisplaced(TextSpan span) => null;

    /// <summary>Called once by the parent's constructor.</summary>
    private protected void Adopt(SyntaxNode? child)
    {
        if (child is not null)
        {
            child.Parent = this;
        }
    }

    /// <summary>Called once by the parent's constructor.</summary>
    private protected void Adopt<T>(ImmutableArray<T> children)
        where T : SyntaxNode
    {
        foreach (T child in children)
        {
            child.Parent = this;
        }
    }

    /// <summary>
    /// The child that covers a part of the file. It is the last one that starts there or before, which reaches furthest
    /// of all that do.
    /// </summary>
    private SyntaxNode? FindChild(TextSpan span)
    {
        int low = 0;
        int high = ChildCount;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (GetChild(middle).Span.Start <= span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && GetChild(low - 1) is var child && child.Covers(span) ? child : null;
    }
}
