using System.Globalization;
using System.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// Makes the characters of untrusted text visible that would otherwise act on a terminal or deceive the reader:
/// controls, escape sequences, bidirectional and other invisible formatting, line and
/// paragraph separators, half surrogate pairs.
/// </summary>
public static class VisibleText
{
    private const int EscapeFrameLength = 4;

    /// <summary>
    /// The text with every such character replaced by its control picture or <c>\u{…}</c>; the same string where there
    /// is none.
    /// </summary>
    public static string Escape(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        int first = IndexOfUnsafe(text);
        if (first < 0)
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (int i = first; i < text.Length; i += GetLength(text.AsSpan(), i))
        {
            Append(visible, text.AsSpan(), i);
        }

        return visible.ToString();
    }

    /// <summary>The text cut to a number of code units, with an ellipsis where something is missing.</summary>
    internal static string Truncate(string text, int maximumLength)
    {
        if (text.Length <= maximumLength)
        {
            return text;
        }

        int length = char.IsHighSurrogate(text[maximumLength - 1]) ? maximumLength - 1 : maximumLength;
        return new StringBuilder(text, 0, length, length + 1).Append('…').ToString();
    }

    /// <summary>
    /// Number of code units of the character at an index: 2 for a surrogate pair, 1 for everything else.
    /// </summary>
    internal static int GetLength(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    /// <summary>Number of columns that the character at an index takes as it may be shown; tabs aside.</summary>
    internal static int GetWidth(ReadOnlySpan<char> text, int index)
    {
        char c = text[index];
        if (c is >= ' ' and < '\u007F')
        {
            return 1;
        }

        if (!IsUnsafe(text, index))
        {
            return CharacterWidth.Get(text, index);
        }

        int width = c <= '\u007F' ? 1 : EscapeFrameLength;
        for (int rest = c <= '\u007F' ? 0 : GetScalar(text, index); rest > 0; rest >>= 4)
        {
            width++;
        }

        return width;
    }

    /// <summary>Appends the character at an index as it may be shown.</summary>
    internal static void Append(StringBuilder target, ReadOnlySpan<char> text, int index)
    {
        char c = text[index];
        int length = GetLength(text, index);
        if (!IsUnsafe(text, index))
        {
            target.Append(c);
            if (length == 2)
            {
                target.Append(text[index + 1]);
            }
        }
        else if (c < ' ')
        {
            target.Append((char)('\u2400' + c));
        }
        else if (c == '\u007F')
        {
            target.Append('\u2421');
        }
        else
        {
            target
                .Append("\\u{")
                .Append(GetScalar(text, index).ToString("x", CultureInfo.InvariantCulture))
                .Append('}');
        }
    }

    private static int GetScalar(ReadOnlySpan<char> text, int index) =>
        GetLength(text, index) == 2 ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];

    private static int IndexOfUnsafe(string text)
    {
        for (int i = 0; i < text.Length; i += GetLength(text.AsSpan(), i))
        {
            if (IsUnsafe(text.AsSpan(), i))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsUnsafe(ReadOnlySpan<char> text, int index)
    {
        char c = text[index];
        if (c < '\u007F')
        {
            return c < ' ';
        }

        // The joiners are part of words and of emoji; alone they do no harm.
        if (c is '\u200C' or '\u200D')
        {
            return false;
        }

        UnicodeCategory category =
            GetLength(text, index) == 2
                ? CharUnicodeInfo.GetUnicodeCategory(text.Slice(index, 2).ToString(), 0)
                : CharUnicodeInfo.GetUnicodeCategory(c);
        return category
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate;
    }
}
