using System.Text;

namespace DockerfileLint.CommandLine.Output;

/// <summary>Lays the Markdown of a rule's page out for a terminal.</summary>
internal static class PageText
{
    private const int MaxTextWidth = 100;
    private const string Fence = "```";
    private const string ExampleIndent = "    ";

    /// <summary>The page for a terminal.</summary>
    /// <param name="page">The page.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="color">Whether headings stand out.</param>
    internal static string ToTerminal(string page, int width, bool color)
    {
        var text = new StringBuilder(page.Length);
        int available = Math.Min(width, MaxTextWidth);
        bool isInExample = false;
        bool wasInExample = false;
        foreach (string line in page.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                if (!isInExample && wasInExample)
                {
                    text.Append('\n');
                }

                isInExample = !isInExample;
            }
            else if (isInExample)
            {
                text.Append(line.Length > 0 ? ExampleIndent : "").Append(line).Append('\n');
            }
            else if (line.StartsWith('#'))
            {
                string heading = line.TrimStart('#').Trim();
                text.Append(color ? $"\u001b[1m{heading}\u001b[0m" : heading).Append('\n');
            }
            else
            {
                AppendParagraph(text, RemoveLinks(line), available);
            }

            wasInExample = isInExample || line.StartsWith(Fence, StringComparison.Ordinal);
        }

        return text.ToString();
    }

    private static void AppendParagraph(StringBuilder text, string line, int width)
    {
        string first = line.StartsWith("- ", StringComparison.Ordinal) ? "- " : "";
        string indent = first;
        foreach (string part in WrappedText.Wrap(line[first.Length..], width - first.Length))
        {
            text.Append(indent).Append(part).Append('\n');
            indent = new string(' ', first.Length);
        }
    }

    /// <summary>Writes <c>[text](address)</c> as <c>text (address)</c>.</summary>
    private static string RemoveLinks(string line)
    {
        var text = new StringBuilder(line.Length);
        int start = 0;
        while (start < line.Length)
        {
            int open = line.IndexOf('[', start);
            int middle = open < 0 ? -1 : line.IndexOf("](", open, StringComparison.Ordinal);
            int close = middle < 0 ? -1 : line.IndexOf(')', middle);
            if (close < 0)
            {
                break;
            }

            text.Append(line, start, open - start)
                .Append(line, open + 1, middle - open - 1)
                .Append(" (")
                .Append(line, middle + 2, close - middle - 1);
            start = close + 1;
        }

        return text.Append(line, start, line.Length - start).ToString();
    }
}
