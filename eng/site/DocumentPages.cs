namespace DockerfileLint.Site;

/// <summary>The pages of <c>docs/</c>.</summary>
internal static class DocumentPages
{
    private const string Folder = "docs";

    internal static string Create(string name, string markdown, Prose prose)
    {
        string path = $"{Folder}/{name}.html";
        string title = markdown.Split('\n').First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..].Trim();
        string root = Layout.GetRoot(path);
        return Layout.Wrap(
            path,
            $"{title} – dockerfile-lint",
            $"{title}: documentation of dockerfile-lint.",
            $"<article>\n{prose.ToHtml(markdown, Folder, root)}</article>\n"
        );
    }
}
