using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// A construct of a shell script. It lives on the script's own text (lines joined, strings decoded); its span is the
/// place in the Dockerfile.
/// Children nest in their parents and come in text order, but for the body of a here-document, which lies behind the
/// line that names it.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ShellSyntaxNode
{
    private protected ShellSyntaxNode(ShellText text, int start, int end)
    {
        Text = text;
        Start = start;
        End = end;
    }

    /// <summary>Where the construct stands in the source, continuations inside it included.</summary>
    public TextSpan Span => Text.Map(Start, End);

    /// <summary>The enclosing construct, or <c>null</c> for a script.</summary>
    public ShellSyntaxNode? Parent { get; private protected set; }

    /// <summary>The script that the construct belongs to.</summary>
    public ShellScriptSyntax Script
    {
        get
        {
            ShellSyntaxNode node = this;
            while (node.Parent is { } parent)
            {
                node = parent;
            }

            return (ShellScriptSyntax)node;
        }
    }

    /// <summary>The direct children in text order.</summary>
    public IReadOnlyList<ShellSyntaxNode> ChildNodes
    {
        get
        {
            var children = new List<ShellSyntaxNode>();
            AddChildNodes(children);
            return children;
        }
    }

    /// <summary>The node and everything below it in text order, parents first.</summary>
    public IEnumerable<ShellSyntaxNode> DescendantNodesAndSelf()
    {
        var pending = new List<ShellSyntaxNode> { this };
        while (pending.Count > 0)
        {
            ShellSyntaxNode node = pending[pending.Count - 1];
            pending.RemoveAt(pending.Count - 1);
            yield return node;
            int count = pending.Count;
            node.AddChildNodes(pending);
            pending.Reverse(count, pending.Count - count);
        }
    }

    /// <summary>The text that the shell sees: continuations removed, quotes kept.</summary>
    public ReadOnlySpan<char> AsSpan() => Text.AsSpan(Start, End);

    /// <summary>The text that the shell sees: continuations removed, quotes kept.</summary>
    public override string ToString() => AsSpan().ToString();

    internal ShellText Text { get; }

    /// <summary>0-based offset in <see cref="Text"/>.</summary>
    internal int Start { get; }

    /// <summary>Offset behind the last character in <see cref="Text"/>.</summary>
    internal int End { get; }

    internal abstract void AddChildNodes(List<ShellSyntaxNode> children);

    private protected void Adopt(ShellSyntaxNode? child)
    {
        if (child is not null)
        {
            child.Parent = this;
        }
    }

    private protected void Adopt<T>(ImmutableArray<T> children)
        where T : ShellSyntaxNode
    {
        foreach (T child in children)
        {
            child.Parent = this;
        }
    }

    private protected static void Add<T>(List<ShellSyntaxNode> children, ImmutableArray<T> nodes)
        where T : ShellSyntaxNode
    {
        foreach (T node in nodes)
        {
            children.Add(node);
        }
    }
}
