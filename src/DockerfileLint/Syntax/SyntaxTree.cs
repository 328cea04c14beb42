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
