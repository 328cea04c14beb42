using System.Formats.Tar;
using System.IO.Compression;

namespace DockerfileLint.Tests.Testing;

/// <summary>Reads the archives of real files among the shared ones without unpacking them.</summary>
internal static class SharedArchive
{
    /// <summary>The regular files of a <c>.tar.gz</c>, one after the other.</summary>
    internal static IEnumerable<CorpusFile> Read(string relativePath)
    {
        using var reader = new TarReader(
            new GZipStream(File.OpenRead(SharedFiles.GetPath(relativePath)), CompressionMode.Decompress)
        );
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                byte[] bytes = new byte[data.Length];
                data.ReadExactly(bytes);
                yield return new CorpusFile(entry.Name, bytes);
            }
        }
    }
}
