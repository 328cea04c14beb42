namespace DockerfileLint.Diagnostics;

/// <summary>The prose of a rule: the page that <c>explain</c>, SARIF help and the index show.</summary>
public static class RulePage
{
    /// <summary>
    /// The Markdown of a rule's page without its front matter, or <c>null</c> for a rule that is not part of this
    /// library.
    /// </summary>
    public static string? GetMarkdown(RuleDescriptor rule)
    {
        if (rule is null)
        {
            throw new ArgumentNullException(nameof(rule));
        }

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
}
