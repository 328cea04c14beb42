using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>
/// One argument of an instruction as it is written: quotes, escapes and variables are kept, continuations are not.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class WordSyntax : SyntaxNode
{
    // Set where the text differs from the span's: the word runs over a continuation, or is a JSON string or an unquoted
    // flag value.
    private readonly string? _text;

    // Rules ask for the same text again and again.
    private string? _written;

    internal WordSyntax(TextSpan span, string? text)
        : base(span)
    {
        _text = text;
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.Word;

    /// <summary>
    /// The word's characters without continuations; for an element of an exec form the decoded string.
    /// </summary>
    public string Text => _text ?? (_written ??= Tree.Text.ToString(Span));

    /// <summary>
    /// Whether <see cref="Text"/> is the text of the span, so that offsets in one are offsets in the other.
    /// </summary>
    public bool IsVerbatim => _text is null;

    /// <summary><see cref="Text"/> without an allocation in the usual case.</summary>
    public ReadOnlySpan<char> AsSpan() => _text is null ? Tree.Text.AsSpan(Span) : _text.AsSpan();

    /// <summary>The span of a part of <see cref="Text"/>; the whole word where the word is not verbatim.</summary>
    /// <param name="start">0-based offset in <see cref="Text"/>.</param>
    /// <param name="length">Number of UTF-16 code units.</param>
    public TextSpan GetSpan(int start, int length) => IsVerbatim ? new TextSpan(Span.Start + start, length) : Span;
}
