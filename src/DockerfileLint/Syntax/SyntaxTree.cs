using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax;

/// <summary>
/// What a parser made of one file: tokens that tile the text, nodes with absolute spans, and what is wrong with the
/// text. There is a tree for every text.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public abstract class SyntaxTree
{
    private protected SyntaxTree(SourceFile file, SyntaxTokenList tokens, ImmutableArray<Diagnostic> diagnostics)
    {
        File = file;
        Tokens = tokens;
        Diagnostics = diagnostics;
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>The file's text.</summary>
    public SourceText Text => File.Text;

    /// <summary>All tokens, in text order.</summary>
    public SyntaxTokenList Tokens { get; }

    /// <summary>What the parser found wrong, in text order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private protected set; }

    /// <summary>The root node.</summary>
    public SyntaxNode Root => RootCore;

    private protected abstract SyntaxNode RootCore { get; }

    /// <summary>
    /// The deepest node whose text holds the character at an offset; the root where no other does, as between
    /// instructions and at the end of the text.
    /// </summary>
    /// <param name="position">0-based offset, at most the length of the text.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside of the text.</exception>
    public SyntaxNode FindNode(int position) =>
        position >= 0 && position <= Text.Length
            ? Root.FindDescendant(new TextSpan(position, 0))
            : throw new ArgumentOutOfRangeException(nameof(position));

    /// <summary>
    /// The deepest node whose text holds a span; the root where no other does. An empty span is the character behind
    /// it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public SyntaxNode FindNode(TextSpan span) =>
        span.End <= Text.Length ? Root.FindDescendant(span) : throw new ArgumentOutOfRangeException(nameof(span));

    /// <summary>
    /// The token that the character at an offset belongs to, or the last token at the end of the text; of kind
    /// <see cref="SyntaxKind.None"/> in an empty text.
    /// </summary>
    /// <param name="position">0-based offset, at most the length of the text.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside of the text.</exception>
    public SyntaxToken FindToken(int position)
    {
        if (position < 0 || position > Text.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(position));
        }

        int index = Tokens.IndexAt(position);
        return index < 0 ? default : Tokens[index];
    }

    /// <summary>The text of all tokens, which is the text of the file.</summary>
    public override string ToString()
    {
        var text = new System.Text.StringBuilder(Text.Length);
        foreach (SyntaxToken token in Tokens)
        {
            text.Append(Text.ToString(token.Span));
        }

        return text.ToString();
    }
}
