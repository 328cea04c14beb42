using System.Globalization;
using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>Reads the JSON of an exec form as the reference builder does: all or nothing.</summary>
internal static class JsonArrayReader
{
    /// <summary>What a text is.</summary>
    internal enum Result
    {
        /// <summary>No JSON array, so the builder takes it as plain text.</summary>
        NotAnArray,

        /// <summary>An array of strings.</summary>
        Strings,

        /// <summary>An array with another kind of value, which the builder refuses.</summary>
        OtherValues,
    }

    /// <summary>
    /// Reads the array that fills <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/> but
    /// for blanks.
    /// </summary>
    /// <param name="text">The logical line.</param>
    /// <param name="start">Offset of the first character.</param>
    /// <param name="end">Offset after the last character.</param>
    /// <param name="strings">Receives start and end of each string, quotes included.</param>
    internal static Result Read(ReadOnlySpan<char> text, int start, int end, List<(int Start, int End)> strings)
    {
        strings.Clear();
        if (start >= end || text[start] != '[')
        {
            return Result.NotAnArray;
        }

        ReadOnlySpan<char> json = text.Slice(0, end);
        bool onlyStrings = true;
        int position = SkipBlanks(json, start + 1);
        if (position < end && json[position] == ']')
        {
            return SkipBlanks(json, position + 1) == end ? Result.Strings : Result.NotAnArray;
        }

        while (true)
        {
            int valueStart = position;
            bool isString = position < end && json[position] == '"';
            position = SkipValue(json, position, AnalysisBudget.MaxJsonDepth);
            if (position < 0)
            {
                return Result.NotAnArray;
            }

            onlyStrings &= isString;
            strings.Add((valueStart, position));
            position = SkipBlanks(json, position);
            if (position >= end || json[position] is not (',' or ']'))
            {
                return Result.NotAnArray;
            }

            if (json[position] == ']')
            {
                bool isWhole = SkipBlanks(json, position + 1) == end;
                return !isWhole ? Result.NotAnArray
                    : onlyStrings ? Result.Strings
                    : Result.OtherValues;
            }

            position = SkipBlanks(json, position + 1);
        }
    }

    /// <summary>
    /// The value of a JSON string that <see cref="Read"/> found. Lone surrogates become U+FFFD, as in Go.
    /// </summary>
    internal static string Decode(ReadOnlySpan<char> quoted)
    {
        ReadOnlySpan<char> inner = quoted.Slice(1, quoted.Length - 2);
        if (inner.IndexOf('\\') < 0)
        {
            return inner.ToString();
        }

        var value = new StringBuilder(inner.Length);
        for (int i = 0; i < inner.Length; i++)
        {
            if (inner[i] != '\\')
            {
                value.Append(inner[i]);
                continue;
            }

            i++;
            char escape = inner[i];
            if (escape == 'u')
            {
                value.Append(
                    (char)
                        int.Parse(
                            inner.Slice(i + 1, 4).ToString(),
                            NumberStyles.AllowHexSpecifier,
                            CultureInfo.InvariantCulture
                        )
                );
                i += 4;
            }
            else
            {
                value.Append(
                    escape switch
                    {
                        'b' => '\b',
                        'f' => '\f',
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        _ => escape,
                    }
                );
            }
        }

        for (int i = 0; i < value.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (isPair)
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                value[i] = '\uFFFD';
            }
        }

        return value.ToString();
    }

    private static int SkipBlanks(ReadOnlySpan<char> json, int position)
    {
        while (position < json.Length && json[position] is ' ' or '\t' or '\r' or '\n')
        {
            position++;
        }

        return position;
    }

    /// <summary>End of the value at <paramref name="position"/>, or -1 where there is none.</summary>
    private static int SkipValue(ReadOnlySpan<char> json, int position, int depth)
    {
        if (position >= json.Length || depth == 0)
        {
            return -1;
        }

        return json[position] switch
        {
            '"' => SkipString(json, position),
            '[' => SkipItems(json, position, ']', depth),
            '{' => SkipItems(json, position, '}', depth),
            't' => SkipWord(json, position, "true"),
            'f' => SkipWord(json, position, "false"),
            'n' => SkipWord(json, position, "null"),
            _ => SkipNumber(json, position),
        };
    }

    private static int SkipWord(ReadOnlySpan<char> json, int position, string word) =>
        json.Slice(position).StartsWith(word.AsSpan(), StringComparison.Ordinal) ? position + word.Length : -1;

    private static int SkipString(ReadOnlySpan<char> json, int position)
    {
        for (position++; position < json.Length; position++)
        {
            char c = json[position];
            if (c == '"')
            {
                return position + 1;
            }

            if (c < ' ')
            {
                return -1;
            }

            if (c != '\\')
            {
                continue;
            }

            position++;
            if (position >= json.Length)
            {
                return -1;
            }

            if (json[position] == 'u')
            {
                for (int i = 1; i <= 4; i++)
                {
                    if (position + i >= json.Length || !IsHexDigit(json[position + i]))
                    {
                        return -1;
                    }
                }

                position += 4;
            }
            else if (json[position] is not ('"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't'))
            {
                return -1;
            }
        }

        return -1;
    }

    private static int SkipItems(ReadOnlySpan<char> json, int position, char close, int depth)
    {
        position = SkipBlanks(json, position + 1);
        if (position < json.Length && json[position] == close)
        {
            return position + 1;
        }

        while (position < json.Length)
        {
            if (close == '}')
            {
                position = json[position] == '"' ? SkipString(json, position) : -1;
                position = position < 0 ? -1 : SkipBlanks(json, position);
                if (position < 0 || position >= json.Length || json[position] != ':')
                {
                    return -1;
                }

                position = SkipBlanks(json, position + 1);
            }

            position = SkipValue(json, position, depth - 1);
            if (position < 0)
            {
                return -1;
            }

            position = SkipBlanks(json, position);
            if (position >= json.Length)
            {
                return -1;
            }

            if (json[position] == close)
            {
                return position + 1;
            }

            if (json[position] != ',')
            {
                return -1;
            }

            position = SkipBlanks(json, position + 1);
        }

        return -1;
    }

    private static int SkipNumber(ReadOnlySpan<char> json, int position)
    {
        int start = position;
        if (position < json.Length && json[position] == '-')
        {
            position++;
        }

        int integer = position;
        position = SkipDigits(json, position);
        if (position == integer || (json[integer] == '0' && position > integer + 1))
        {
            return -1;
        }

        if (position < json.Length && json[position] == '.')
        {
            int fraction = position + 1;
            position = SkipDigits(json, fraction);
            if (position == fraction)
            {
                return -1;
            }
        }

        if (position < json.Length && json[position] is 'e' or 'E')
        {
            position++;
            if (position < json.Length && json[position] is '+' or '-')
            {
                position++;
            }

            int exponent = position;
            position = SkipDigits(json, exponent);
            if (position == exponent)
            {
                return -1;
            }
        }

        return position > start ? position : -1;
    }

    private static int SkipDigits(ReadOnlySpan<char> json, int position)
    {
        while (position < json.Length && json[position] is >= '0' and <= '9')
        {
            position++;
        }

        return position;
    }

    private static bool IsHexDigit(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';
}
