using System.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>
/// Finds here-document operators in the line of RUN, COPY or ADD, with the reference builder's word rules: a backslash
/// escapes whatever the escape directive says, and a lexing error means that there is no here-document at all.
/// </summary>
internal static class HeredocLexer
{
    internal static List<HeredocOperator>? Find(LogicalLine line, int start, int end)
    {
        ReadOnlySpan<char> text = line.Text;
        if (text.Slice(start, end - start).IndexOf("<<".AsSpan()) < 0)
        {
            return null;
        }

        List<HeredocOperator>? operators = null;
        int position = start;
        while (true)
        {
            position = DockerfileFacts.SkipWhiteSpace(text.Slice(0, end), position);
            if (position >= end)
            {
                return operators;
            }

            int wordStart = position;
            position = SkipWord(text.Slice(0, end), position);
            if (position < 0)
            {
                return null;
            }

            if (ParseOperator(line, text, wordStart, position) is { } heredoc)
            {
                operators ??= [];
                operators.Add(heredoc);
            }
        }
    }

    /// <summary>End of the word, or -1 where a quote or brace is never closed.</summary>
    private static int SkipWord(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length)
        {
            char c = text[position];
            if (char.IsWhiteSpace(c))
            {
                return position;
            }

            if (c is '\'' or '"')
            {
                position = SkipQuoted(text, position);
                if (position < 0)
                {
                    return -1;
                }
            }
            else if (c == '\\')
            {
                position = Math.Min(text.Length, position + 2);
            }
            else if (c == '$' && position + 1 < text.Length && text[position + 1] == '{')
            {
                position = SkipBraces(text, position + 1);
                if (position < 0)
                {
                    return -1;
                }
            }
            else if (
                c == '<'
                && position + 2 < text.Length
                && text[position + 1] == '<'
                && text[position + 2] is '\t' or '\r' or ' '
            )
            {
                // The blanks between operator and name belong to the word.
                position += 2;
                while (position < text.Length && text[position] is '\t' or '\r' or ' ')
                {
                    position++;
                }
            }
            else
            {
                position++;
            }
        }

        return position;
    }

    private static int SkipQuoted(ReadOnlySpan<char> text, int position)
    {
        char quote = text[position];
        for (position++; position < text.Length; position++)
        {
            if (text[position] == quote)
            {
                return position + 1;
            }

            if (quote == '"' && text[position] == '\\')
            {
                position++;
            }
        }

        return -1;
    }

    private static int SkipBraces(ReadOnlySpan<char> text, int position)
    {
        int depth = 0;
        for (; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    if (depth == 0)
                    {
                        return position + 1;
                    }

                    break;
                case '\\':
                    position++;
                    break;
                default:
                    break;
            }
        }

        return -1;
    }

    private static HeredocOperator? ParseOperator(LogicalLine line, ReadOnlySpan<char> text, int start, int end)
    {
        int position = start;
        while (position < end && text[position] is >= '0' and <= '9')
        {
            position++;
        }

        if (position + 2 >= end || text[position] != '<' || text[position + 1] != '<')
        {
            return null;
        }

        position += 2;
        bool stripsTabs = text[position] == '-';
        ReadOnlySpan<char> raw = text.Slice(
                stripsTabs ? position + 1 : position,
                end - (stripsTabs ? position + 1 : position)
            )
            .Trim();
        if (raw.Length == 0 || raw.IndexOf('<') >= 0)
        {
            return null;
        }

        bool isQuoted = raw.IndexOfAny('\'', '"') >= 0;
        return new HeredocOperator(Unquote(raw), line.Map(start, end), stripsTabs, Expands: !isQuoted);
    }

    private static string Unquote(ReadOnlySpan<char> raw)
    {
        var name = new StringBuilder(raw.Length);
        char quote = '\0';
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            if (quote == '\0' && c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (c == '\\' && quote != '\'' && i + 1 < raw.Length)
            {
                i++;
                name.Append(raw[i]);
            }
            else
            {
                name.Append(c);
            }
        }

        return name.ToString();
    }
}
