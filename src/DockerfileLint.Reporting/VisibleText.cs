using System.Globalization;
using System.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// Makes the characters of untrusted text visible that would otherwise act on a terminal or deceive the reader:
/// controls, escape sequences, bidirectional and other invisible formatting, line and
/// paragraph separators, half surrogate pairs; and what the log of a build server would take for a command of its own,
/// as GitHub Actions, Azure Pipelines and TeamCity do.
/// </summary>
public static class VisibleText
{
    private const int EscapeFrameLength = 4;

    /// <summary>What stands at the start of a line that GitHub Actions executes.</summary>
    private const string LineCommand = "::";

    /// <summary>What follows <c>##</c> where a build server looks for a command anywhere in a line.</summary>
    private static readonly string[] CommandNames = ["[", "vso[", "teamcity["];

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

    /// <summary>
    /// As <see cref="Escape"/>, for a text that a line of output starts with: there <c>::</c> is made visible as well.
    /// </summary>
    public static string EscapeLineStart(string text) => EscapeLineStarts(Escape(text));

    /// <summary>Makes <c>::</c> visible where a line starts with it, as build servers see lines.</summary>
    /// <param name="lines">Lines, escaped otherwise; they may hold colours.</param>
    internal static string EscapeLineStarts(string lines)
    {
        StringBuilder? visible = null;
        int copied = 0;
        for (int start = 0; start < lines.Length; )
        {
            int first = SkipInvisible(lines, start);
            if (string.CompareOrdinal(lines, first, LineCommand, 0, LineCommand.Length) == 0)
            {
                visible ??= new StringBuilder(lines.Length + 16);
                visible.Append(lines, copied, first - copied);
                AppendScalar(visible, lines[first]);
                copied = first + 1;
            }

            int end = lines.IndexOf('\n', first);
            start = end < 0 ? lines.Length : end + 1;
        }

        return visible is null ? lines : visible.Append(lines, copied, lines.Length - copied).ToString();
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
        if (c is >= ' ' and < '\u007F' and not '#')
        {
            return 1;
        }

        if (!IsUnsafe(text, index))
        {
            return CharacterWidth.Get(text, index);
        }

        bool isPicture = c is < ' ' or '\u007F';
        int width = isPicture ? 1 : EscapeFrameLength;
        for (int rest = isPicture ? 0 : GetScalar(text, index); rest > 0; rest >>= 4)
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
            AppendScalar(target, GetScalar(text, index));
        }
    }

    private static void AppendScalar(StringBuilder target, int scalar) =>
        target.Append("\\u{").Append(scalar.ToString("x", CultureInfo.InvariantCulture)).Append('}');

    private static int GetScalar(ReadOnlySpan<char> text, int index) =>
        GetLength(text, index) == 2 ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];

    private static int IndexOfUnsafe(string text)
    {
#if NET
        // Most texts end here; the searches are vectorized.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains('#'))
        {
            return -1;
        }
#endif
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
            return c < ' ' || (c == '#' && IsCommandMark(text, index));
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

    /// <summary>Whether a <c>#</c> is the second one of <c>##[</c>, <c>##vso[</c> or <c>##teamcity[</c>.</summary>
    private static bool IsCommandMark(ReadOnlySpan<char> text, int index)
    {
        int before = index - 1;
        while (before >= 0 && IsOverlooked(text[before]))
        {
            before--;
        }

        if (before < 0 || text[before] != '#')
        {
            return false;
        }

        foreach (string name in CommandNames)
        {
            if (StartsWith(text, index + 1, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, int index, string name)
    {
        int matched = 0;
        for (; index < text.Length && matched < name.Length; index++)
        {
            if (char.ToLowerInvariant(text[index]) == name[matched])
            {
                matched++;
            }
            else if (!IsOverlooked(text[index]))
            {
                return false;
            }
        }

        return matched == name.Length;
    }

    /// <summary>Skips what comes before the first character of a line that counts: blanks and colours.</summary>
    private static int SkipInvisible(string text, int index)
    {
        for (; index < text.Length && text[index] != '\n'; index++)
        {
            if (text[index] == '\u001B')
            {
                int end = text.IndexOf('m', index);
                index = end < 0 ? text.Length - 1 : end;
            }
            else if (!char.IsWhiteSpace(text[index]) && !IsOverlooked(text[index]))
            {
                break;
            }
        }

        return index;
    }

    /// <summary>Whether a comparison by the rules of a language may overlook a character: joiners and marks.</summary>
    private static bool IsOverlooked(char c) =>
        c > '\u007F'
        && (
            c is '\u200C' or '\u200D'
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        );
}
