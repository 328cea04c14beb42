using System.Text;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Site;

/// <summary>
/// The caret lines of an example: comment lines that mark findings in the line above, as rules/README.md tells.
/// </summary>
/// <param name="Text">The example without them.</param>
/// <param name="Marks">The marks by line and column.</param>
internal sealed record CaretMarks(string Text, IReadOnlyList<CaretMark> Marks)
{
    internal static CaretMarks Parse(string example)
    {
        var text = new StringBuilder(example.Length);
        var marks = new List<CaretMark>();
        int line = -1;
        foreach (string content in example.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.None))
        {
            if (TryParseLine(content, line, marks))
            {
                continue;
            }

            text.Append(line < 0 ? "" : "\n").Append(content);
            line++;
        }

        marks.Sort();
        return new CaretMarks(text.ToString(), marks);
    }

    /// <summary>The example with caret lines for the marks: what a contributor pastes into the page.</summary>
    internal static string Render(string text, IEnumerable<CaretMark> marks)
    {
        var rendered = new StringBuilder(text.Length);
        string[] lines = text.Split('\n');
        for (int line = 0; line < lines.Length; line++)
        {
            rendered.Append(line == 0 ? "" : "\n").Append(lines[line]);
            foreach (CaretMark mark in marks.Where(mark => mark.Line == line).Order())
            {
                rendered
                    .Append("\n#")
                    .Append(
                        mark switch
                        {
                            { Start: 0, Length: 1 } => "|",
                            { Start: 0 } => new string('<', mark.Length - 1),
                            _ => new string(' ', mark.Start - 1) + new string('^', mark.Length),
                        }
                    )
                    .Append(' ')
                    .Append(mark.Id);
            }
        }

        return rendered.ToString();
    }

    private static bool TryParseLine(string content, int line, List<CaretMark> marks)
    {
        int comment = content.Length - content.TrimStart(' ').Length;
        int idStart = content.LastIndexOf(' ') + 1;
        string id = content[idStart..];
        if (line < 0 || comment >= content.Length || content[comment] != '#' || !IsId(id))
        {
            return false;
        }

        var found = new List<CaretMark>();
        int column = comment + 1;
        if (comment == 0 && column < idStart && content[column] is '<' or '|')
        {
            int end = content[column] == '|' ? column + 1 : SkipWhile(content, column, '<');
            found.Add(new CaretMark(line, 0, content[column] == '|' ? 1 : end, id));
            column = end;
        }

        while (column < idStart)
        {
            int end = SkipWhile(content, column, '^');
            if (end > column)
            {
                found.Add(new CaretMark(line, column, end - column, id));
            }
            else if (content[column] != ' ')
            {
                return false;
            }

            column = Math.Max(end, column + 1);
        }

        marks.AddRange(found);
        return found.Count > 0;
    }

    private static int SkipWhile(string text, int start, char c)
    {
        int end = start;
        while (end < text.Length && text[end] == c)
        {
            end++;
        }

        return end;
    }

    private static bool IsId(string text) =>
        text.Length == 6
        && char.IsAsciiLetterUpper(text[0])
        && char.IsAsciiLetterUpper(text[1])
        && text.Skip(2).All(char.IsAsciiDigit);
}

/// <summary>
/// A finding in an example, cut at the end of its first line; one that covers nothing counts as one column.
/// </summary>
/// <param name="Line">0-based line in the example without caret lines.</param>
/// <param name="Start">0-based column.</param>
/// <param name="Length">Number of columns, at least 1.</param>
/// <param name="Id">The rule.</param>
internal sealed record CaretMark(int Line, int Start, int Length, string Id) : IComparable<CaretMark>
{
    internal static CaretMark From(Diagnostic diagnostic) =>
        From(diagnostic.Location.File.Text, diagnostic.Location.Span, diagnostic.Rule.Id);

    internal static CaretMark From(SourceText text, TextSpan span, string id)
    {
        LinePosition start = text.GetLinePosition(span.Start);
        int end = Math.Min(span.End, text.GetLineSpan(start.Line).End);
        return new CaretMark(start.Line, start.Character, Math.Max(1, end - span.Start), id);
    }

    public int CompareTo(CaretMark? other) =>
        other is null ? 1
        : (Line, Start, Length).CompareTo((other.Line, other.Start, other.Length)) is int order and not 0 ? order
        : string.CompareOrdinal(Id, other.Id);
}
