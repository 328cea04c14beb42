using System.Text;

namespace DockerfileLint.Diagnostics;

/// <summary>The prose of a rule: the page that <c>explain</c>, SARIF help and the index show.</summary>
public static class RulePage
{
    private const string Fence = "```";

    /// <summary>
    /// The Markdown of a rule's page without its front matter and without what only tests read in its examples, or
    /// <c>null</c> for a rule that is not part of this library.
    /// </summary>
    public static string? GetMarkdown(RuleDescriptor rule)
    {
        string? body = ReadBody(rule ?? throw new ArgumentNullException(nameof(rule)));
        return body is null ? null : RemoveMarks(body);
    }

    /// <summary>The page without its front matter, its examples as they are written.</summary>
    internal static string? ReadBody(RuleDescriptor rule)
    {
        using Stream? stream = typeof(RulePage).Assembly.GetManifestResourceStream($"rules/{rule.Id}-{rule.Name}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        string page = reader.ReadToEnd().Replace("\r\n", "\n");
        int end = page.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        return end < 0 ? page : page.Substring(end + 5).TrimStart('\n');
    }

    /// <summary>Takes the marks of findings, and the words behind the language, out of examples.</summary>
    internal static string RemoveMarks(string page)
    {
        var text = new StringBuilder(page.Length);
        bool isInExample = false;
        foreach (string line in page.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                isInExample = !isInExample;
                text.Append(line.Split(' ')[0]).Append('\n');
            }
            else if (!isInExample || !IsMark(line))
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a line points to a finding in the line above, as <c># ^^^ DL3002</c> does.</summary>
    private static bool IsMark(string line)
    {
        string mark = line.Trim();
        int last = mark.LastIndexOf(' ');
        if (mark.Length == 0 || mark[0] != '#' || mark.Length - last != 7)
        {
            return false;
        }

        bool points = false;
        for (int i = 1; i < last; i++)
        {
            if (mark[i] is '^' or '<' or '|')
            {
                points = true;
            }
            else if (mark[i] != ' ')
            {
                return false;
            }
        }

        return points;
    }
}
