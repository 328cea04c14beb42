using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>Maps offsets in a scalar's value to offsets in the source, by decoding the scalar once more.</summary>
internal static class YamlScalarSourceMap
{
    internal static TextSpan GetSourceSpan(YamlScalarSyntax scalar, SourceText text, TextSpan part, ref int[]? cache)
    {
        TextSpan content = scalar.ContentSpan;
        int quote = scalar.Style is YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted ? 1 : 0;
        if (part.End > scalar.Value.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(part));
        }

        // The common case: one line, no escapes.
        if (scalar.Style <= YamlScalarStyle.DoubleQuoted && content.Length == scalar.Value.Length + (2 * quote))
        {
            return new TextSpan(content.Start + quote + part.Start, part.Length);
        }

        int[] map = cache ??= Decode(scalar, text.AsSpan(content), quote) ?? [];
        if (map.Length == 0)
        {
            return content;
        }

        int start = map[part.Start];
        if (part.IsEmpty)
        {
            return new TextSpan(content.Start + start, 0);
        }

        // An escape reaches to the next character; anything else is one character long.
        int last = map[part.End - 1];
        bool isEscape =
            quote == 1 && text[content.Start + last] == (scalar.Style == YamlScalarStyle.DoubleQuoted ? '\\' : '\'');
        int end = isEscape ? Math.Max(last + 1, map[part.End]) : Math.Min(last + 1, content.Length);
        return TextSpan.FromBounds(content.Start + start, content.Start + Math.Max(start, end));
    }

    /// <summary>
    /// For each character of the value, and its end, the offset in <paramref name="source"/>; <c>null</c> where this
    /// reading and the parser's differ.
    /// </summary>
    private static int[]? Decode(YamlScalarSyntax scalar, ReadOnlySpan<char> source, int quote)
    {
        string value = scalar.Value;
        int[] map = new int[value.Length + 1];
        bool complete = scalar.Style is YamlScalarStyle.Literal or YamlScalarStyle.Folded
            ? DecodeBlock(value, source, map)
            : DecodeFlow(value, source, map, quote, scalar.Style);
        return complete ? map : null;
    }

    private static bool DecodeFlow(string value, ReadOnlySpan<char> source, int[] map, int quote, YamlScalarStyle style)
    {
        int end = source.Length - quote;
        int i = quote;
        int v = 0;
        while (v < value.Length)
        {
            if (i >= end)
            {
                return false;
            }

            char c = source[i];
            if (style == YamlScalarStyle.DoubleQuoted && c == '\\')
            {
                if (i + 1 < end && source[i + 1] is '\n' or '\r')
                {
                    i = SkipLineBreaks(source, i + 1, end, out _);
                    continue;
                }

                int length =
                    2
                    + (
                        i + 1 < end
                            ? source[i + 1] switch
                            {
                                'x' => 2,
                                'u' => 4,
                                'U' => 8,
                                _ => 0,
                            }
                            : 0
                    );
                bool isPair = char.IsHighSurrogate(value[v]) && source[i + 1] == 'U';
                map[v++] = i;
                if (isPair && v < value.Length)
                {
                    map[v++] = i;
                }

                i += length;
                continue;
            }

            if (style == YamlScalarStyle.SingleQuoted && c == '\'')
            {
                if (value[v] != '\'')
                {
                    return false;
                }

                map[v++] = i;
                i += 2;
                continue;
            }

            if (c is ' ' or '\t' or '\n' or '\r')
            {
                int next = i;
                while (next < end && source[next] is ' ' or '\t')
                {
                    next++;
                }

                if (next < end && source[next] is '\n' or '\r')
                {
                    int after = SkipLineBreaks(source, next, end, out int breaks);
                    int count = Math.Max(1, breaks - 1);
                    for (int k = 0; k < count && v < value.Length; k++)
                    {
                        if (value[v] is not (' ' or '\n'))
                        {
                            return false;
                        }

                        map[v++] = i;
                    }

                    i = after;
                    continue;
                }
            }

            if (value[v] != c)
            {
                return false;
            }

            map[v++] = i++;
        }

        map[v] = i;
        return true;
    }

    // Skips line ends and the blanks that start the lines after them.
    private static int SkipLineBreaks(ReadOnlySpan<char> source, int i, int end, out int breaks)
    {
        breaks = 0;
        while (i < end && source[i] is ' ' or '\t' or '\n' or '\r')
        {
            if (source[i] == '\r' && i + 1 < end && source[i + 1] == '\n')
            {
                i++;
            }

            breaks += source[i] is '\n' or '\r' ? 1 : 0;
            i++;
        }

        return i;
    }

    // Walks value and source together: blanks at line starts and line ends of the source may be missing in the value,
    // nothing else may.
    private static bool DecodeBlock(string value, ReadOnlySpan<char> source, int[] map)
    {
        int i = 0;
        while (i < source.Length && source[i] is not ('\n' or '\r'))
        {
            i++;
        }

        i = SkipOneBreak(source, i);
        int indentation = int.MaxValue;
        for (int lineStart = i; lineStart < source.Length; )
        {
            int column = lineStart;
            while (column < source.Length && source[column] == ' ')
            {
                column++;
            }

            if (column < source.Length && source[column] is not ('\n' or '\r'))
            {
                indentation = column - lineStart;
                // Leading blanks of the first line belong to the value where an indicator sets the indentation.
                for (int v0 = 0; v0 < value.Length && value[v0] is ' ' or '\n'; v0++)
                {
                    indentation -= value[v0] == ' ' ? 1 : 0;
                }

                break;
            }

            lineStart = SkipOneBreak(source, column);
        }

        int v = 0;
        bool atLineStart = true;
        while (v < value.Length)
        {
            if (i >= source.Length)
            {
                // The source span of a block stops before its last line end; the value may have more.
                map[v++] = source.Length;
                continue;
            }

            if (atLineStart)
            {
                int column = 0;
                while (column < indentation && i < source.Length && source[i] == ' ')
                {
                    i++;
                    column++;
                }

                atLineStart = false;
                continue;
            }

            if (source[i] is '\n' or '\r')
            {
                if (value[v] is '\n' or ' ')
                {
                    map[v++] = i;
                }

                i = SkipOneBreak(source, i);
                atLineStart = true;
                continue;
            }

            if (value[v] != source[i])
            {
                return false;
            }

            map[v++] = i++;
        }

        map[v] = Math.Min(i, source.Length);
        return true;
    }

    private static int SkipOneBreak(ReadOnlySpan<char> source, int i)
    {
        if (i < source.Length)
        {
            i += source[i] == '\r' && i + 1 < source.Length && source[i + 1] == '\n' ? 2 : 1;
        }

        return i;
    }
}
