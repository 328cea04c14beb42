namespace DockerfileLint.Rules.Shell;

/// <summary>A pattern such as <c>[a-z]</c> in unquoted text.</summary>
/// <param name="Start">0-based offset of the opening bracket.</param>
/// <param name="End">Offset behind the closing one.</param>
internal readonly record struct BracketExpression(int Start, int End)
{
    /// <summary>What stands between the brackets, without the mark that negates it.</summary>
    internal ReadOnlySpan<char> GetContent(UnquotedText text)
    {
        ReadOnlySpan<char> content = text.Text.AsSpan(Start + 1, End - 1);
        return content[0] is '!' or '^' ? content.Slice(1) : content;
    }

    /// <summary>The next one in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to look; moved behind what is found.</param>
    /// <param name="brackets">What is found.</param>
    internal static bool TryFind(UnquotedText text, ref int position, out BracketExpression brackets)
    {
        string source = text.Source;
        while (position < text.End)
        {
            char c = source[position];
            if (c == '\\')
            {
                position += 2;
            }
            else if (c == '[' && FindEnd(source, position, text.End) is > 0 and int end)
            {
                brackets = new BracketExpression(position, end);
                position = end;
                return true;
            }
            else if (c == '[' && source.IndexOf(']', position, text.End - position) < 0)
            {
                // No bracket of the rest is closed.
                position = text.End;
            }
            else
            {
                position++;
            }
        }

        brackets = default;
        return false;
    }

    /// <summary>The end of the expression that starts at a bracket; -1 where it is none.</summary>
    private static int FindEnd(string source, int start, int end)
    {
        int position = start + 1;
        if (position < end && source[position] is '!' or '^')
        {
            position++;
        }

        int contentStart = position;
        while (position < end)
        {
            char c = source[position];
            if (c == ']' && position > contentStart)
            {
                return position + 1;
            }

            if (c is ']' or '(' or ')' or '{' or '}')
            {
                return -1;
            }

            if (c == '[')
            {
                // A named class such as [:digit:].
                if (position + 1 >= end || source[position + 1] != ':')
                {
                    return -1;
                }

                int close = source.IndexOf(":]", position + 2, end - position - 2, StringComparison.Ordinal);
                if (close < 0)
                {
                    return -1;
                }

                position = close + 2;
            }
            else
            {
                position += c == '\\' ? 2 : 1;
            }
        }

        return -1;
    }
}
