using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DockerfileLint.Generators;

/// <summary>The Markdown below the front matter: its heading, first paragraph and sections.</summary>
internal sealed class RulePageBody
{
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);

    private RulePageBody(string heading, TextSpan headingSpan)
    {
        Heading = heading;
        HeadingSpan = headingSpan;
    }

    /// <summary>The first line that is not empty; empty where there is none.</summary>
    internal string Heading { get; }

    internal TextSpan HeadingSpan { get; }

    /// <summary>
    /// The first paragraph below the heading as plain text; empty where something else follows the heading.
    /// </summary>
    internal string Summary { get; private set; } = "";

    internal TextSpan SummarySpan { get; private set; }

    internal bool HasSection(string name) => _sections.Contains(name);

    internal static RulePageBody Read(SourceText text, int firstLine)
    {
        int line = firstLine;
        while (line < text.Lines.Count && GetLine(text, line).Trim().Length == 0)
        {
            line++;
        }

        if (line >= text.Lines.Count)
        {
            return new RulePageBody("", new TextSpan(text.Length, 0));
        }

        var body = new RulePageBody(GetLine(text, line).TrimEnd(), text.Lines[line].Span);
        body.ReadSummary(text, line + 1);
        body.ReadSections(text, line + 1);
        return body;
    }

    private static string GetLine(SourceText text, int line) => text.ToString(text.Lines[line].Span);

    private void ReadSummary(SourceText text, int line)
    {
        while (line < text.Lines.Count && GetLine(text, line).Trim().Length == 0)
        {
            line++;
        }

        var paragraph = new StringBuilder();
        int start = line;
        while (
            line < text.Lines.Count
            && GetLine(text, line).Trim() is { Length: > 0 } content
            && !StartsOtherBlock(content)
        )
        {
            paragraph.Append(paragraph.Length == 0 ? "" : " ").Append(content);
            line++;
        }

        if (line > start)
        {
            Summary = MarkdownText.Strip(paragraph.ToString());
            SummarySpan = TextSpan.FromBounds(text.Lines[start].Start, text.Lines[line - 1].End);
        }
    }

    private void ReadSections(SourceText text, int line)
    {
        string? fence = null;
        for (; line < text.Lines.Count; line++)
        {
            string content = GetLine(text, line).Trim();
            if (fence is not null)
            {
                fence = content == fence ? null : fence;
            }
            else if (content.StartsWith("```", StringComparison.Ordinal))
            {
                fence = content.Substring(0, content.Length - content.TrimStart('`').Length);
            }
            else if (content.StartsWith("## ", StringComparison.Ordinal))
            {
                _sections.Add(content.Substring(3).Trim());
            }
        }
    }

    private static bool StartsOtherBlock(string content) =>
        content[0] is '#' or '|' or '>'
        || content.StartsWith("```", StringComparison.Ordinal)
        || content.StartsWith("- ", StringComparison.Ordinal)
        || content.StartsWith("* ", StringComparison.Ordinal)
        || content.StartsWith("<!--", StringComparison.Ordinal);
}
