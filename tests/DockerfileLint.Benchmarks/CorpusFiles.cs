using System.Formats.Tar;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace DockerfileLint.Benchmarks;

/// <summary>
/// Real files to measure on: those of the folder that <c>DOCKERFILELINT_SHARED</c> names, or the samples without it.
/// </summary>
internal static partial class CorpusFiles
{
    internal static List<byte[]> ReadDockerfiles() => Read("dockerfiles.tar.gz", _ => true, "*Dockerfile*");

    internal static List<byte[]> ReadComposeFiles() => Read("projects.tar.gz", ComposeName().IsMatch, "*compose*.yaml");

    [GeneratedRegex(@"(^|/)(docker-)?compose(\.[\w.-]+)?\.ya?ml$")]
    private static partial Regex ComposeName();

    private static List<byte[]> Read(string archive, Predicate<string> isWanted, string samplePattern)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "DockerfileLint.sln")))
        {
            root =
                Path.GetDirectoryName(root)
                ?? throw new DirectoryNotFoundException("The benchmarks run from inside the repository.");
        }

        string? shared = Environment.GetEnvironmentVariable("DOCKERFILELINT_SHARED");
        string path = Path.Combine(shared ?? "", "corpus", archive);
        if (shared is null || !File.Exists(path))
        {
            return
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(root, "samples"), samplePattern, SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllBytes),
            ];
        }

        var files = new List<byte[]>();
        using var reader = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data && isWanted(entry.Name))
            {
                using var copy = new MemoryStream();
                data.CopyTo(copy);
                files.Add(copy.ToArray());
            }
        }

        return files;
    }
}
