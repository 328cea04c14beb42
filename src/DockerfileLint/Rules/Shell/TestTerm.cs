using System.Collections.Immutable;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>One comparison of <c>[ … ]</c>, <c>[[ … ]]</c> or <c>test …</c>.</summary>
/// <param name="Operator">The operator; <c>null</c> where a word alone is looked at.</param>
/// <param name="Left">The left side of a binary operator; <c>null</c> otherwise.</param>
/// <param name="Right">The right side, or the only word.</param>
/// <param name="IsNegated">Whether <c>!</c> stands in front.</param>
internal readonly record struct TestTerm(
    ShellWordSyntax? Operator,
    ShellWordSyntax? Left,
    ShellWordSyntax Right,
    bool IsNegated
)
{
    internal bool IsBinary => Left is not null;

    internal bool IsUnary => Operator is not null && Left is null;

    /// <summary>The comparisons of a command in order; none of a command that is no test.</summary>
    internal static ImmutableArray<TestTerm> Find(ShellCommandSyntax command)
    {
        switch (command)
        {
            case ShellTestSyntax test:
                return Find(test.Words, 0, test.Words.Length, isDouble: true);
            case ShellSimpleCommandSyntax { Words: { Length: > 1 } words }:
                if (words[0].Is("[") && words[words.Length - 1].Is("]"))
                {
                    return Find(words, 1, words.Length - 1, isDouble: false);
                }

                return words[0].Is("test") ? Find(words, 1, words.Length, isDouble: false) : [];
            default:
                return [];
        }
    }

    /// <summary>Whether a word is the right side of <c>=~</c>, in which a shell sees no quotes as it does elsewhere.
    /// </summary>
    internal static bool IsRegularExpression(ShellWordSyntax word)
    {
        if (word.Parent is not ShellTestSyntax test)
        {
            return false;
        }

        int index = test.Words.IndexOf(word);
        return index > 0 && test.Words[index - 1].Is("=~");
    }

    private static ImmutableArray<TestTerm> Find(
        ImmutableArray<ShellWordSyntax> words,
        int start,
        int end,
        bool isDouble
    )
    {
        ImmutableArray<TestTerm>.Builder? terms = null;
        int position = start;
        int lastEnd = -1;
        bool isNegated = false;
        while (position < end)
        {
            ShellWordSyntax word = words[position];
            int termEnd = position + 1;
            while (termEnd < end && !IsSeparated(words, termEnd, isDouble))
            {
                termEnd++;
            }

            int length = termEnd - position;
            if (length > 1 && word.Is("!"))
            {
                isNegated = !isNegated;
                position++;
                continue;
            }

            if (!isDouble && (word.Is("(") || word.Is(")") || ((word.Is("-a") || word.Is("-o")) && position > start)))
            {
                position++;
                isNegated = false;
                continue;
            }

            if (lastEnd == position && !(isDouble && IsSeparated(words, position, isDouble)))
            {
                // Two comparisons side by side: no shell knows what that is.
                return [];
            }

            if (isDouble && length == 1 && IsCompared(words, termEnd, end))
            {
                // The operator is none of the words.
                position += 2;
                isNegated = false;
                continue;
            }

            TestTerm term;
            if (length >= 3 && IsBinaryOperator(words[position + 1], isDouble))
            {
                term = new TestTerm(words[position + 1], word, words[position + 2], isNegated);
                position += 3;
            }
            else if (length >= 2 && IsUnaryOperator(word))
            {
                term = new TestTerm(word, Left: null, words[position + 1], isNegated);
                position += 2;
            }
            else
            {
                term = new TestTerm(Operator: null, Left: null, word, isNegated);
                position++;
            }

            isNegated = false;
            lastEnd = position;
            (terms ??= ImmutableArray.CreateBuilder<TestTerm>()).Add(term);
        }

        return terms?.ToImmutable() ?? [];
    }

    /// <summary>Whether what is no word stands in front of a word: <c>&amp;&amp;</c>, a parenthesis.</summary>
    private static bool IsSeparated(ImmutableArray<ShellWordSyntax> words, int index, bool isDouble)
    {
        if (isDouble)
        {
            ReadOnlySpan<char> gap = words[index].Text.AsSpan(words[index - 1].End, words[index].Start);
            return gap.IndexOfAny('&', '|', '(') >= 0 || gap.IndexOfAny(')', '<', '>') >= 0;
        }

        return false;
    }

    /// <summary>Whether <c>&lt;</c> or <c>&gt;</c> stands in front of a word.</summary>
    private static bool IsCompared(ImmutableArray<ShellWordSyntax> words, int index, int end) =>
        index < end && words[index].Text.AsSpan(words[index - 1].End, words[index].Start).IndexOfAny('<', '>') >= 0;

    private static bool IsUnaryOperator(ShellWordSyntax word)
    {
        ReadOnlySpan<char> text = word.AsSpan();
        return text.Length == 2 && text[0] == '-' && "abcdefghknoprstuvwxzGLNORS".IndexOf(text[1]) >= 0;
    }

    private static bool IsBinaryOperator(ShellWordSyntax word, bool isDouble) =>
        word.IsLiteral
        && word.End - word.Start <= 4
        && word.DisplayText switch
        {
            "=" or "==" or "!=" or "=~" or "<" or ">" or "-nt" or "-ot" or "-ef" => true,
            "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" => true,
            _ => false,
        };
}
