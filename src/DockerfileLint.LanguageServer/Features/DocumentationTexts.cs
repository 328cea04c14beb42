namespace DockerfileLint.LanguageServer.Features;

/// <summary>
/// What instructions, flags and keys mean, one sentence or two each; read when one is first asked for.
/// </summary>
internal static class DocumentationTexts
{
    private static readonly Lazy<Dictionary<string, string>> Dockerfile = new(() => Read("dockerfile"));
    private static readonly Lazy<Dictionary<string, string>> Compose = new(() => Read("compose"));

    /// <summary>What an instruction means, or one of its flags as <c>RUN --mount</c>; or <c>null</c>.</summary>
    internal static string? OfDockerfile(string name) => Dockerfile.Value.GetValueOrDefault(name);

    /// <summary>What a key means.</summary>
    /// <param name="path">The keys that lead to it; names that the author chooses are <c>*</c>.</param>
    internal static string? OfCompose(string path) => Compose.Value.GetValueOrDefault(path);

    private static Dictionary<string, string> Read(string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using Stream stream = typeof(DocumentationTexts).Assembly.GetManifestResourceStream($"{name}.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            int colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0)
            {
                texts[line[..colon]] = line[(colon + 2)..];
            }
        }

        return texts;
    }
}
