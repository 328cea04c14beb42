using DockerfileLint.Analysis;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>
/// Tells the language of a text whose name says nothing, by its first line that is neither blank nor a comment.
/// </summary>
internal static class ContentKind
{
    private static readonly string[] ComposeKeys =
    [
        "version",
        "name",
        "services",
        "networks",
        "volumes",
        "secrets",
        "configs",
        "include",
        "models",
    ];

    /// <summary>Compose where the text starts like a Compose file, otherwise a Dockerfile.</summary>
    internal static FileKind Detect(SourceText text)
    {
        for (int line = 0; line < text.LineCount; line++)
        {
            ReadOnlySpan<char> content = text.AsSpan(text.GetLineSpan(line)).Trim();
            if (!content.IsEmpty && content[0] != '#')
            {
                return IsComposeStart(content) ? FileKind.Compose : FileKind.Dockerfile;
            }
        }

        return FileKind.Dockerfile;
    }

    private static bool IsComposeStart(ReadOnlySpan<char> line)
    {
        if (
            line[0] == '{'
            || line.StartsWith("---", StringComparison.Ordinal)
            || line.StartsWith("%YAML", StringComparison.Ordinal)
        )
        {
            return true;
        }

        int colon = line.IndexOf(':');
        if (colon <= 0)
        {
            return false;
        }

        ReadOnlySpan<char> key = line[..colon].Trim().Trim('"').Trim('\'');
        if (key.StartsWith("x-", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (string known in ComposeKeys)
        {
            if (key.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
