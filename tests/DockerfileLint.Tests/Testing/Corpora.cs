using System.Text;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Site;
using DockerfileLint.Tests.RulePages;
using DockerfileLint.Text;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// Files as people write them: the fixtures of the tests, the rule pages' examples, the samples and, where there are
/// shared files, archives of real ones.
/// </summary>
internal static class Corpora
{
    private const string Fixtures = "fixtures";
    private const string Encodings = "fixtures in other encodings";
    private const string Broken = "broken fixtures";
    private const string Pages = "rule pages";
    private const string Samples = "samples";
    private const string Dockerfiles = "corpus/dockerfiles.tar.gz";
    private const string Projects = "corpus/projects.tar.gz";

    /// <summary>The corpora with Dockerfiles that parsers must take.</summary>
    internal static IEnumerable<string> OfDockerfiles() =>
        [Fixtures, Encodings, Pages, Samples, .. SharedFiles.Exist ? [Dockerfiles, Projects] : Array.Empty<string>()];

    /// <summary>The corpora with Compose files that parsers must take.</summary>
    internal static IEnumerable<string> OfComposeFiles() =>
        [Fixtures, Encodings, Pages, Samples, .. SharedFiles.Exist ? [Projects] : Array.Empty<string>()];

    /// <summary>Corpora with files that are wrong, bytes that are no text and files that end in the middle.</summary>
    internal static IEnumerable<string> OfBrokenFiles() => [Broken];

    internal static IEnumerable<CorpusFile> Read(string name) =>
        name switch
        {
            Fixtures => ReadFolder(GetPath("Dockerfiles")).Concat(ReadFolder(GetPath("Projects"))),
            Encodings => Read(Fixtures).SelectMany(Encode),
            Broken => ReadFolder(GetPath("Broken"))
                .Concat(ReadExamples(isBroken: true))
                .Concat(ReadSamples(isBroken: true))
                .Concat(Read(Fixtures).SelectMany(Damage)),
            Pages => ReadExamples(isBroken: false),
            Samples => ReadSamples(isBroken: false),
            _ => SharedArchive.Read(name),
        };

    /// <summary>Path of a file or folder among the fixtures.</summary>
    internal static string GetPath(params ReadOnlySpan<string> segments) =>
        RepositoryFiles.GetPath(["tests", "DockerfileLint.Tests", "Fixtures", .. segments]);

    private static IEnumerable<CorpusFile> ReadFolder(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new CorpusFile(
                Path.GetRelativePath(folder, path).Replace('\\', '/'),
                File.ReadAllBytes(path)
            ))
            .Where(file => file.IsDockerfile || file.IsCompose);

    private static IEnumerable<CorpusFile> ReadExamples(bool isBroken) =>
        from page in RulePageFile.ReadAll()
        from example in page.Examples
        where isBroken == (example.IsBad && page.Descriptor.Kind == RuleKind.Parser)
        let name = example.Kind == Language.Dockerfile ? "Dockerfile" : "compose.yaml"
        select new CorpusFile(
            $"{page.Id}:{example.Line}/{name}",
            Encoding.UTF8.GetBytes(CaretMarks.Parse(example.Text).Text)
        );

    /// <summary>Old files of the vulnerable sample are wrong too. What a build has left there is no sample.</summary>
    private static IEnumerable<CorpusFile> ReadSamples(bool isBroken) =>
        ReadFolder(RepositoryFiles.GetPath("samples"))
            .Where(file => !file.Path.Split('/').Any(segment => segment is "bin" or "obj"))
            .Where(file => isBroken == file.Path.Contains("/legacy/", StringComparison.Ordinal));

    /// <summary>The same text in the other encodings and with the other line ends that files have.</summary>
    private static IEnumerable<CorpusFile> Encode(CorpusFile file)
    {
        string text = Encoding.UTF8.GetString(file.Bytes);
        yield return file with
        {
            Bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")),
        };
        yield return file with
        {
            Bytes = [0xEF, 0xBB, 0xBF, .. file.Bytes],
        };
        yield return file with
        {
            Bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        };
        yield return file with
        {
            Bytes = [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        };
    }

    private static IEnumerable<CorpusFile> Damage(CorpusFile file)
    {
        yield return file;

        // Line ends of old systems, which the builder does not know.
        yield return file with
        {
            Bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Bytes).ReplaceLineEndings("\r")),
        };

        // Bytes that are no UTF-8: one that never occurs, a lone continuation, half of a surrogate pair.
        yield return file with
        {
            Bytes =
            [
                .. file.Bytes.SelectMany((b, i) => i % 40 == 39 ? (byte[])[b, 0xFF, 0xA9, 0xED, 0xA0, 0x80] : [b]),
            ],
        };
        foreach (int parts in (int[])[2, 3, 5])
        {
            yield return file with
            {
                Bytes = file.Bytes[..(file.Bytes.Length / parts)],
            };
        }
    }
}

/// <summary>A file of a corpus.</summary>
/// <param name="Path">Its path in the corpus, with <c>/</c>.</param>
/// <param name="Bytes">What stands in it.</param>
internal sealed record CorpusFile(string Path, byte[] Bytes)
{
    private string Name => Path[(Path.LastIndexOf('/') + 1)..];

    internal bool IsDockerfile =>
        Name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase)
        || Name.StartsWith("Containerfile", StringComparison.OrdinalIgnoreCase)
        || Name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase);

    internal bool IsCompose =>
        Name.EndsWith(".yml", StringComparison.Ordinal) || Name.EndsWith(".yaml", StringComparison.Ordinal);

    internal Language Language => IsDockerfile ? Language.Dockerfile : Language.Compose;

    internal SourceFile ToSourceFile() => new(Path, SourceText.From(Bytes));
}
