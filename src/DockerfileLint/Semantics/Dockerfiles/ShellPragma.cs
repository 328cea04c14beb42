using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>
/// A comment <c># hadolint shell=/bin/bash</c>, by which an author says which shell the RUN instructions below it are
/// written for.
/// </summary>
/// <param name="Shell">The shell as it is written: a path, or a bare name.</param>
/// <param name="ShellSpan">Where it stands.</param>
/// <param name="Span">The comment.</param>
internal sealed record ShellPragma(string Shell, TextSpan ShellSpan, TextSpan Span)
{
    private const string Tool = "hadolint";
    private const string Key = "shell";

    /// <summary>The pragmas of a file, in text order. A comment between the lines of an instruction is none.</summary>
    internal static ImmutableArray<ShellPragma> FindAll(DockerfileSyntaxTree tree)
    {
        ImmutableArray<ShellPragma>.Builder pragmas = ImmutableArray.CreateBuilder<ShellPragma>();
        ImmutableArray<InstructionSyntax> instructions = tree.Root.Instructions;
        int next = 0;
        for (int i = 0; i < tree.Tokens.Count; i++)
        {
            SyntaxToken token = tree.Tokens[i];
            if (token.Kind != SyntaxKind.Comment)
            {
                continue;
            }

            while (next < instructions.Length && instructions[next].Span.End <= token.Span.Start)
            {
                next++;
            }

            bool isInside = next < instructions.Length && instructions[next].Span.Start < token.Span.Start;
            if (!isInside && Parse(tree.Text, token.Span) is { } pragma)
            {
                pragmas.Add(pragma);
            }
        }

        return pragmas.ToImmutable();
    }

    private static ShellPragma? Parse(SourceText text, TextSpan comment)
    {
        int position = SkipBlanks(text, comment.Start + 1, comment.End);
        if (
            !TrySkip(text, ref position, comment.End, Tool)
            || SkipBlanks(text, position, comment.End) is var key && key == position
        )
        {
            return null;
        }

        position = key;
        if (!TrySkip(text, ref position, comment.End, Key))
        {
            return null;
        }

        position = SkipBlanks(text, position, comment.End);
        if (!TrySkip(text, ref position, comment.End, "="))
        {
            return null;
        }

        int start = SkipBlanks(text, position, comment.End);
        int end = start;
        while (end < comment.End && text[end] is not (' ' or '\t' or '\r' or '#'))
        {
            end++;
        }

        // Free text may follow behind a second sign; anything else makes it a comment like any other.
        int rest = SkipBlanks(text, end, comment.End);
        bool isPragma = end > start && (rest == comment.End || text[rest] is '#' or '\r');
        var span = TextSpan.FromBounds(start, end);
        return isPragma ? new ShellPragma(text.ToString(span), span, comment) : null;
    }

    private static int SkipBlanks(SourceText text, int position, int end)
    {
        while (position < end && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private static bool TrySkip(SourceText text, ref int position, int end, string word)
    {
        bool isHere =
            end - position >= word.Length
            && text.AsSpan(new TextSpan(position, word.Length)).SequenceEqual(word.AsSpan());
        position += isHere ? word.Length : 0;
        return isHere;
    }
}
