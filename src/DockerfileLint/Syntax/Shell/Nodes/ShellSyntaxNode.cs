using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// A construct of a shell script. It lives on the script's own text (lines joined, strings decoded); its span is the
/// place in the file.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ShellSyntaxNode : SyntaxNode
{
    private protected ShellSyntaxNode(ShellText text, int start, int end)
        : base(start, end)
    {
        Text = text;
    }

    /// <summary>Where the construct stands in the file, continuations inside it included.</summary>
    public sealed override TextSpan Span => Text.Map(Start, End);

    /// <summary>The script that the construct belongs to.</summary>
    public ShellScriptSyntax Script
    {
        get
        {
            SyntaxNode node = this;
            while (node is not ShellScriptSyntax)
            {
                node = node.Parent!;
            }

            return (ShellScriptSyntax)node;
        }
    }

    /// <summary>The text that the shell sees: continuations removed, quotes kept.</summary>
    public ReadOnlySpan<char> AsSpan() => Text.AsSpan(Start, End);

    /// <summary>The text that the shell sees: continuations removed, quotes kept.</summary>
    public override string ToString() => AsSpan().ToString();

    internal ShellText Text { get; }

    /// <summary>0-based offset in <see cref="Text"/>.</summary>
    internal int Start => OwnStart;

    /// <summary>Offset behind the last character in <see cref="Text"/>.</summary>
    internal int End => OwnEnd;

    private protected override SyntaxNode? FindDisplaced(TextSpan span)
    {
        // Of here-documents that nest the innermost comes last.
        SyntaxNode? found = null;
        var descendants = new DescendantEnumerator(this);
        while (descendants.MoveNext())
        {
            if (descendants.Current is ShellRedirectionSyntax { Body: { } body } && body.Covers(span))
            {
                found = body;
            }
        }

        return found;
    }
}
