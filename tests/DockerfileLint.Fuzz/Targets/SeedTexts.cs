using DockerfileLint.Rules;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>The repository's own texts: examples of the rules' pages, and files of the tests.</summary>
internal static class SeedTexts
{
    private const string Fence = "```";
    private const string FixturePrefix = "fixtures/";

    /// <summary>Dockerfiles, good, bad and broken.</summary>
    internal static IReadOnlyList<string> Dockerfiles { get; } =
    [.. ReadExamples("dockerfile"), .. ReadFixtures(path => path.EndsWith("file", StringComparison.Ordinal))];

    /// <summary>Compose files, good, bad and broken.</summary>
    internal static IReadOnlyList<string> ComposeFiles { get; } =
    [.. ReadExamples("yaml"), .. ReadFixtures(path => Path.GetExtension(path) is ".yaml" or ".yml")];

    /// <summary>Folders with Compose files and what they name.</summary>
    internal static IReadOnlyList<ProjectText> Projects { get; } =
    [
        .. typeof(SeedTexts)
            .Assembly.GetManifestResourceNames()
            .Where(path => path.Split('/') is [_, "Projects" or "Merges", _, _, ..])
            .Order(StringComparer.Ordinal)
            .GroupBy(path => string.Join('/', path.Split('/').Take(3)))
            .Select(folder => new ProjectText([
                .. folder.Select(path => (path[(folder.Key.Length + 1)..], ReadResource(typeof(SeedTexts), path))),
            ])),
        .. ReadExamples("yaml").Select(text => new ProjectText([("compose.yaml", text)])),
    ];

    private static IEnumerable<string> ReadFixtures(Predicate<string> isWanted) =>
        typeof(SeedTexts)
            .Assembly.GetManifestResourceNames()
            .Where(path => path.StartsWith(FixturePrefix, StringComparison.Ordinal) && isWanted(path))
            .Order(StringComparer.Ordinal)
            .Select(path => ReadResource(typeof(SeedTexts), path));

    private static IEnumerable<string> ReadExamples(string language) =>
        typeof(RuleCatalog)
            .Assembly.GetManifestResourceNames()
            .Where(path => path.StartsWith("rules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(path => ReadFences(ReadResource(typeof(RuleCatalog), path), language));

    private static IEnumerable<string> ReadFences(string page, string language)
    {
        string[] lines = page.Split('\n');
        for (int line = 0; line < lines.Length; line++)
        {
            if (!lines[line].StartsWith(Fence + language, StringComparison.Ordinal))
            {
                continue;
            }

            int start = ++line;
            while (line < lines.Length && !lines[line].StartsWith(Fence, StringComparison.Ordinal))
            {
                line++;
            }

            yield return string.Join('\n', lines[start..line]) + "\n";
        }
    }

    private static string ReadResource(Type type, string name)
    {
        using var reader = new StreamReader(type.Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
