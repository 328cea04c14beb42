using System.Text;
using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>One line of a source as a terminal can show it, with the columns to underline.</summary>
/// <remarks>
/// The work is bounded by the width, not by the line: a minified line may hold thousands of findings.
/// </remarks>
internal sealed class SourceExcerpt
{
    private const int TabWidth = 4;
    private const string Ellipsis = "...";

    private SourceExcerpt(int line, int lastLine, string text, int underlineStart, int underlineLength)
    {
        Line = line;
        LastLine = lastLine;
        Text = text;
        UnderlineStart = underlineStart;
        UnderlineLength = underlineLength;
    }

    /// <summary>1-based number of the line.</summary>
    internal int Line { get; }

    /// <summary>1-based number of the line on which the span ends.</summary>
    internal int LastLine { get; }

    /// <summary>The line: tabs expanded, unsafe characters made visible, cut around the span.</summary>
    internal string Text { get; }

    /// <summary>0-based column of the first underlined character.</summary>
    internal int UnderlineStart { get; }

    /// <summary>Number of underlined columns, at least 1.</summary>
    internal int UnderlineLength { get; }

    /// <summary>The line on which a span starts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The span.</param>
    /// <param name="maximumWidth">Columns that the line may take.</param>
    internal static SourceExcerpt Create(SourceText text, TextSpan span, int maximumWidth)
    {
        int start = Math.Min(span.Start, text.Length);
        int end = Math.Min(span.End, text.Length);
        while (end > start && text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        int line = text.GetLinePosition(start).Line;
        TextSpan lineSpan = text.GetLineSpan(line);
        start = Math.Min(start, lineSpan.End);
        int endOnLine = Math.Max(start, Math.Min(end, lineSpan.End));
        ReadOnlySpan<char> source = text.AsSpan(TextSpan.FromBounds(0, TrimEnd(text, endOnLine, lineSpan.End)));

        int windowStart = FindWindowStart(source, lineSpan.Start, start, endOnLine, maximumWidth);
        bool cutBefore = windowStart > lineSpan.Start;
        var shown = new StringBuilder(maximumWidth);
        shown.Append(cutBefore ? Ellipsis : "");
        int limit = Fits(source, windowStart, maximumWidth - shown.Length)
            ? int.MaxValue
            : maximumWidth - Ellipsis.Length;
        int column = shown.Length;
        int underlineStart = -1;
        int underlineEnd = -1;
        int position = windowStart;
        while (position < source.Length)
        {
            underlineStart = position >= start && underlineStart < 0 ? column : underlineStart;
            underlineEnd = position >= endOnLine && underlineEnd < 0 ? column : underlineEnd;
            int width = GetWidth(source, position, column);
            if (column + width > limit || position - windowStart > maximumWidth * TabWidth)
            {
                shown.Append(Ellipsis);
                break;
            }

            if (source[position] == '\t')
            {
                shown.Append(' ', width);
            }
            else
            {
                VisibleText.Append(shown, source, position);
            }

            column += width;
            position += VisibleText.GetLength(source, position);
        }

        underlineStart = underlineStart < 0 ? column : underlineStart;
        underlineEnd = underlineEnd < 0 ? column : underlineEnd;
        return new SourceExcerpt(
            line + 1,
            text.GetLinePosition(end).Line + 1,
            shown.ToString(),
            underlineStart,
            Math.Max(1, underlineEnd - underlineStart)
        );
    }

    /// <summary>End of a line without the blanks at its end that the finding is not about.</summary>
    private static int TrimEnd(SourceText text, int minimum, int end)
    {
        while (end > minimum && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        return end;
    }

    /// <summary>
    /// Where to begin: at the start of the line, or a third of the width before the span where the span would not be
    /// seen.
    /// </summary>
    private static int FindWindowStart(ReadOnlySpan<char> source, int lineStart, int start, int end, int maximumWidth)
    {
        if (
            end - lineStart <= maximumWidth * TabWidth
            && Fits(source.Slice(0, end), lineStart, maximumWidth - Ellipsis.Length)
        )
        {
            return lineStart;
        }

        int first = Math.Max(lineStart, start - (maximumWidth / 3));
        return first > lineStart && char.IsLowSurrogate(source[first]) && char.IsHighSurrogate(source[first - 1])
            ? first - 1
            : first;
    }

    private static bool Fits(ReadOnlySpan<char> source, int start, int maximumWidth)
    {
        int column = 0;
        for (int i = start; i < source.Length; i += VisibleText.GetLength(source, i))
        {
            column += GetWidth(source, i, column);
            if (column > maximumWidth || i - start > maximumWidth * TabWidth)
            {
                return false;
            }
        }

        return true;
    }

    private static int GetWidth(ReadOnlySpan<char> source, int position, int column) =>
        source[position] == '\t' ? TabWidth - (column % TabWidth) : VisibleText.GetWidth(source, position);
}
