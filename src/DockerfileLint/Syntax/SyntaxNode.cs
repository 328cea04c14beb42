using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax;

/// <summary>
/// A construct with an absolute span. Nodes nest: a child's span lies inside its parent's, and siblings come in text
/// order.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public abstract class SyntaxNode
{
    private protected SyntaxNode(TextSpan span)
    {
        Span = span;
    }

    /// <summary>The construct's text, from its first to its last significant character.</summary>
    public TextSpan Span { get; }

    /// <summary>The enclosing construct, or <c>null</c> for the root.</summary>
    public SyntaxNode? Parent { get; private set; }

    /// <summary>The tree that the node belongs to.</summary>
    public virtual SyntaxTree Tree => Parent!.Tree;

    /// <summary>The direct children in text order.</summary>
    public virtual IReadOnlyList<SyntaxNode> ChildNodes => [];

    /// <summary>The node and everything below it, parents first.</summary>
    public IEnumerable<SyntaxNode> DescendantNodesAndSelf()
    {
        var pending = new Stack<SyntaxNode>();
        pending.Push(this);
        while (pending.Count > 0)
        {
            SyntaxNode node = pending.Pop();
            yield return node;
            IReadOnlyList<SyntaxNode> children = node.ChildNodes;
            for (int i = children.Count - 1; i >= 0; i--)
            {
                pending.Push(children[i]);
            }
        }
    }

    /// <summary>The text of <see cref="Span"/>.</summary>
    public override string ToString() => Tree.Text.ToString(Span);

    /// <summary>Called once by the parent's constructor.</summary>
    private protected void Adopt(SyntaxNode? child)
    {
        if (child is not null)
        {
            child.Parent = this;
        }
    }
}
