using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>What leads from one text to another, line by line, so that an editor keeps its places in between.</summary>
internal static class LineEdits
{
    // Beyond this many comparisons the lines between the first and the last change are one edit.
    private const int MaxComparisons = 1_000_000;

    /// <summary>The edits in text order.</summary>
    internal static List<TextEdit> Find(SourceText before, SourceText after)
    {
        int start = 0;
        while (start < before.LineCount && start < after.LineCount && AreEqual(before, start, after, start))
        {
            start++;
        }

        int oldEnd = before.LineCount;
        int newEnd = after.LineCount;
        while (oldEnd > start && newEnd > start && AreEqual(before, oldEnd - 1, after, newEnd - 1))
        {
            oldEnd--;
            newEnd--;
        }

        var edits = new List<TextEdit>();
        if (oldEnd == start && newEnd == start)
        {
            return edits;
        }

        if ((long)(oldEnd - start) * (newEnd - start) > MaxComparisons)
        {
            edits.Add(Replace(before, start, oldEnd, after, start, newEnd));
            return edits;
        }

        AddBetween(before, start, oldEnd, after, start, newEnd, edits);
        return edits;
    }

    private static void AddBetween(
        SourceText before,
        int oldStart,
        int oldEnd,
        SourceText after,
        int newStart,
        int newEnd,
        List<TextEdit> edits
    )
    {
        int rows = oldEnd - oldStart;
        int columns = newEnd - newStart;

        // How many lines the rests of both texts have in common.
        int[,] common = new int[rows + 1, columns + 1];
        for (int i = rows - 1; i >= 0; i--)
        {
            for (int j = columns - 1; j >= 0; j--)
            {
                common[i, j] = AreEqual(before, oldStart + i, after, newStart + j)
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        int row = 0;
        int column = 0;
        while (row < rows || column < columns)
        {
            int firstRow = row;
            int firstColumn = column;
            while (
                (row < rows || column < columns)
                && !(row < rows && column < columns && AreEqual(before, oldStart + row, after, newStart + column))
            )
            {
                if (column == columns || (row < rows && common[row + 1, column] >= common[row, column + 1]))
                {
                    row++;
                }
                else
                {
                    column++;
                }
            }

            if (row > firstRow || column > firstColumn)
            {
                edits.Add(
                    Replace(
                        before,
                        oldStart + firstRow,
                        oldStart + row,
                        after,
                        newStart + firstColumn,
                        newStart + column
                    )
                );
            }

            while (row < rows && column < columns && AreEqual(before, oldStart + row, after, newStart + column))
            {
                row++;
                column++;
            }
        }
    }

    private static TextEdit Replace(
        SourceText before,
        int oldStart,
        int oldEnd,
        SourceText after,
        int newStart,
        int newEnd
    ) =>
        new(
            TextSpan.FromBounds(GetStart(before, oldStart), GetStart(before, oldEnd)),
            after.ToString(TextSpan.FromBounds(GetStart(after, newStart), GetStart(after, newEnd)))
        );

    private static bool AreEqual(SourceText before, int oldLine, SourceText after, int newLine) =>
        GetLine(before, oldLine).SequenceEqual(GetLine(after, newLine));

    /// <summary>A line with its end.</summary>
    private static ReadOnlySpan<char> GetLine(SourceText text, int line) =>
        text.AsSpan(TextSpan.FromBounds(text.GetLineStart(line), GetStart(text, line + 1)));

    private static int GetStart(SourceText text, int line) =>
        line < text.LineCount ? text.GetLineStart(line) : text.Length;
}
