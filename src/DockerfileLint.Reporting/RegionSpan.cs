using DockerfileLint.Text;

namespace DockerfileLint.Reporting;

/// <summary>
/// The spans of a text that a report may name: never empty where there is text, never ending in a line end.
/// </summary>
internal static class RegionSpan
{
    /// <summary>
    /// Longest context on either side of a region in code units; without a limit, a minified line would be repeated for
    /// each finding in it.
    /// </summary>
    private const int MaximumContext = 400;

    /// <summary>
    /// The span to report for the span of a finding. Line ends at its end are left out, since a region that ends at the
    /// start of the next line is shown on that line too. An empty one, such as the
    /// place where something is missing, is widened to the character there or before it, since viewers and
    /// code-scanning services drop or reject empty regions. Empty only in an empty text.
    /// </summary>
    internal static TextSpan Get(SourceText text, TextSpan span)
    {
        int start = Math.Min(span.Start, text.Length);
        int end = Math.Min(span.End, text.Length);
        while (end > start && IsLineEnd(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            return TextSpan.FromBounds(start, end);
        }

        if (start < text.Length && !IsLineEnd(text[start]))
        {
            return new TextSpan(start, VisibleText.GetLength(text.AsSpan(), start));
        }

        if (start > 0 && !IsLineEnd(text[start - 1]))
        {
            bool isPair = start > 1 && char.IsLowSurrogate(text[start - 1]) && char.IsHighSurrogate(text[start - 2]);
            return TextSpan.FromBounds(isPair ? start - 2 : start - 1, start);
        }

        // A blank line: its line end, or for the last line the one before it.
        int line = text.GetLinePosition(start).Line;
        if (line + 1 < text.LineCount)
        {
            return TextSpan.FromBounds(text.GetLineSpan(line).End, text.GetLineStart(line + 1));
        }

        return line == 0 ? default : TextSpan.FromBounds(text.GetLineSpan(line - 1).End, text.GetLineStart(line));
    }

    /// <summary>
    /// A span around a region, one line more on either side; equal to the region where the text has nothing more.
    /// </summary>
    internal static TextSpan GetContext(SourceText text, TextSpan region)
    {
        int firstLine = text.GetLinePosition(region.Start).Line;
        int lastLine = text.GetLinePosition(region.End).Line;
        int start = text.GetLineStart(Math.Max(firstLine - 1, 0));
        int end = Math.Max(region.End, text.GetLineSpan(Math.Min(lastLine + 1, text.LineCount - 1)).End);
        if (region.Start - start > MaximumContext)
        {
            start = region.Start - MaximumContext;
            start += IsInsideCharacter(text, start) ? 1 : 0;
        }

        if (end - region.End > MaximumContext)
        {
            end = region.End + MaximumContext;
            end -= IsInsideCharacter(text, end) ? 1 : 0;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r';

    private static bool IsInsideCharacter(SourceText text, int position) =>
        (char.IsLowSurrogate(text[position]) && char.IsHighSurrogate(text[position - 1]))
        || (text[position] == '\n' && text[position - 1] == '\r');
}
