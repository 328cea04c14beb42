namespace DockerfileLint.Syntax.Yaml;

/// <summary>
/// The line ends of YAML 1.1 that are none in YAML 1.2, inside quotes on one line. The YAML library takes a quoted
/// scalar with one for text that stands too far to the left; Compose does not.
/// </summary>
internal static class QuotedLineBreaks
{
    private static readonly char[] Breaks = ['\u0085', '\u2028', '\u2029'];

    // For private use, so that no text has them.
    private static readonly char[] Substitutes = ['\uE885', '\uE928', '\uE929'];

    /// <summary>The text, as long as before, with substitutes; <c>null</c> where there is nothing to hide.</summary>
    internal static string? Hide(string text)
    {
        int position = text.IndexOfAny(Breaks);
        if (position < 0 || text.IndexOfAny(Substitutes) >= 0)
        {
            return null;
        }

        char[]? hidden = null;
        char quote = '\0';
        bool isComment = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '\n' or '\r')
            {
                quote = '\0';
                isComment = false;
            }
            else if (isComment)
            {
                continue;
            }
            else if (quote == '\0')
            {
                bool isStart = i == 0 || text[i - 1] is ' ' or '\t' or '\n' or '\r' or '[' or '{' or ',' or ':';
                isComment = c == '#' && isStart;
                quote = isStart && c is '"' or '\'' ? c : quote;
            }
            else if (c == '\\' && quote == '"')
            {
                i++;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (Array.IndexOf(Breaks, c) is >= 0 and var index)
            {
                (hidden ??= text.ToCharArray())[i] = Substitutes[index];
            }
        }

        return hidden is null ? null : new string(hidden);
    }

    /// <summary>A value with what was hidden in its text.</summary>
    internal static string Restore(string value)
    {
        for (int i = 0; i < Breaks.Length; i++)
        {
            value = value.Replace(Substitutes[i], Breaks[i]);
        }

        return value;
    }
}
