namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>Finds what keeps a text from being the JSON array that it was meant to be.</summary>
internal static class BrokenExecForm
{
    private const string Quotes = "'`\u2018\u2019\u201C\u201D\u201E";

    /// <summary>What is wrong.</summary>
    internal enum Problem
    {
        /// <summary>Nothing that is known.</summary>
        None,

        /// <summary>A string in single or typographic quotes.</summary>
        WrongQuotes,

        /// <summary>A comma with nothing behind it.</summary>
        ExtraComma,

        /// <summary>Two values with no comma between them.</summary>
        MissingComma,

        /// <summary>A word without quotes.</summary>
        BareWord,

        /// <summary>A backslash that starts none of JSON's escapes.</summary>
        Backslash,

        /// <summary>A string that is never closed.</summary>
        OpenString,

        /// <summary>A list that is never closed.</summary>
        OpenList,

        /// <summary>Text after the list.</summary>
        TextAfter,
    }

    /// <summary>
    /// Whether a list was written in braces: <c>{"a", "b"}</c>, which means nothing to a shell, other than the group
    /// <c>{ "a"; }</c>.
    /// </summary>
    internal static bool IsInBraces(ReadOnlySpan<char> text) => text.Length > 2 && text[0] == '{' && text[1] == '"';

    /// <summary>
    /// Whether a text that is no JSON array was meant as one, rather than as the test command <c>[</c> of the shell or
    /// as a pattern.
    /// </summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="hasPatterns">Whether a list in brackets may be a pattern of paths.</param>
    internal static bool IsMeant(ReadOnlySpan<char> text, bool hasPatterns)
    {
        if (text.Length < 3 || text[0] != '[')
        {
            return false;
        }

        int first = DockerfileFacts.SkipWhiteSpace(text, 1);
        if (first >= text.Length)
        {
            return false;
        }

        if (text[first] == '"' || Quotes.IndexOf(text[first]) >= 0)
        {
            // In `[ "$a" = b ]` an operator or the closing bracket follows the first string; in a list a comma does.
            int close = text.Slice(first + 1).IndexOf(text[first]);
            int next = close < 0 ? text.Length : DockerfileFacts.SkipWhiteSpace(text, first + close + 2);
            return first == 1 || (next < text.Length && text[next] == ',');
        }

        // Bare words: a pattern such as [a-z]* is legal where paths stand, and [ -f x ] where commands do. A pattern
        // has no blank behind a comma, and its bracket closes before the last word.
        return first == 1
            && char.IsLetterOrDigit(text[1]) | text[1] is '/' or '$' or ',' or '.'
            && text[text.Length - 1] == ']'
            && (
                hasPatterns
                    ? text.IndexOf(", ".AsSpan()) > 0 && text.IndexOf(']') == text.Length - 1
                    : text.IndexOf(',') >= 0 || text.IndexOf(' ') < 0
            );
    }

    /// <summary>The first problem and where it is in the text.</summary>
    internal static (Problem Problem, int Start, int End) Find(ReadOnlySpan<char> text)
    {
        int position = DockerfileFacts.SkipWhiteSpace(text, 1);
        int comma = -1;
        while (position < text.Length)
        {
            char c = text[position];
            int start = position;
            if (c == ']' && comma >= 0)
            {
                return (Problem.ExtraComma, comma, comma + 1);
            }

            if (c == ',')
            {
                return (Problem.ExtraComma, position, position + 1);
            }

            if (c != '"' && c != ']')
            {
                return Quotes.IndexOf(c) >= 0
                    ? (Problem.WrongQuotes, start, SkipWrongQuotes(text, start))
                    : (Problem.BareWord, start, SkipWord(text, start));
            }

            if (c == '"')
            {
                (Problem problem, int problemStart, position) = SkipString(text, start);
                if (problem != Problem.None)
                {
                    return (problem, problemStart, position);
                }

                position = DockerfileFacts.SkipWhiteSpace(text, position);
                if (position >= text.Length)
                {
                    break;
                }
            }

            switch (text[position])
            {
                case ',':
                    comma = position;
                    position = DockerfileFacts.SkipWhiteSpace(text, position + 1);
                    break;
                case ']':
                    position = DockerfileFacts.SkipWhiteSpace(text, position + 1);
                    return position < text.Length ? (Problem.TextAfter, position, text.Length) : (Problem.None, 0, 0);
                default:
                    return (
                        Problem.MissingComma,
                        position,
                        text[position] == '"' ? SkipString(text, position).End : SkipWord(text, position)
                    );
            }
        }

        return (Problem.OpenList, 0, 1);
    }

    private static (Problem Problem, int Start, int End) SkipString(ReadOnlySpan<char> text, int start)
    {
        for (int i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return (Problem.None, start, i + 1);
            }

            if (text[i] == '\\')
            {
                bool isEscape =
                    i + 1 < text.Length && text[i + 1] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u';
                if (!isEscape)
                {
                    return (Problem.Backslash, i, Math.Min(i + 2, text.Length));
                }

                i++;
            }
        }

        return (Problem.OpenString, start, text.Length);
    }

    private static int SkipWrongQuotes(ReadOnlySpan<char> text, int start)
    {
        for (int i = start + 1; i < text.Length && text[i] is not (',' or ']'); i++)
        {
            if (Quotes.IndexOf(text[i]) >= 0)
            {
                return i + 1;
            }
        }

        return start + 1;
    }

    private static int SkipWord(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or ']'))
        {
            end++;
        }

        return Math.Max(end, start + 1);
    }
}
