using System.Text;

namespace DockerfileLint.Text;

/// <summary>A stretch of a text and what takes its place.</summary>
/// <param name="Span">The stretch in UTF-16 code units of the text before the edit; empty for an insertion.</param>
/// <param name="NewText">What stands there afterwards; empty for a deletion.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText)
{
    /// <summary>Applies edits to a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="edits">The edits in text order, none of which overlaps another.</param>
    internal static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length + 64);
        int position = 0;
        foreach (TextEdit edit in edits)
        {
            result.Append(text, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
