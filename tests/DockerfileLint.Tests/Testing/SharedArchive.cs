using System.Formats.Tar;
using System.IO.Compression;

namespace DockerfileLint.Tests.Testing;

/// <summary>Reads the archives of real files beside the repository without unpacking them.</summary>
internal static class SharedArchive
{
    /// <summary>
    /// The regular files of a <c>.tar.gz</c>, one after the other; ignores the test where the archive is missing.
    /// </summary>
    internal static IEnumerable<(string Name, byte[] Bytes)> Read(string relativePath)
    {
        using var reader = new TarReader(
            new GZipStream(File.OpenRead(SharedTools.GetPath(relativePath)), CompressionMode.Decompress)
        );
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                byte[] bytes = new byte[data.Length];
                data.ReadExactly(bytes);
                yield return (entry.Name, bytes);
            }
        }
    }
}
