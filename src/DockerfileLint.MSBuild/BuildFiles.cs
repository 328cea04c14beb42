using System.Collections.Concurrent;
using System.Globalization;
using DockerfileLint.Text;

namespace DockerfileLint.MSBuild;

/// <summary>
/// The files below a folder as a build sees them. A project runs code of its own when it is built, so that links are
/// followed as they are. Remembers what was read.
/// </summary>
internal sealed class BuildFiles(string root) : ISourceFiles
{
    private readonly ConcurrentDictionary<string, SourceFileLookup> _known = new(StringComparer.Ordinal);

    /// <summary>The absolute paths of the files that were read.</summary>
    internal IEnumerable<string> Read =>
        _known.Where(known => known.Value.File is not null).Select(known => GetFullPath(known.Key));

    /// <summary>The repository that a folder lies in, or the folder.</summary>
    internal static string FindRoot(string folder)
    {
        for (string? current = folder; current is { Length: > 0 }; current = Path.GetDirectoryName(current))
        {
            string repository = Path.Combine(current, ".git");
            if (Directory.Exists(repository) || File.Exists(repository))
            {
                return current;
            }
        }

        return folder;
    }

    /// <inheritdoc/>
    public SourceFileLookup Find(string path) => _known.GetOrAdd(path, ReadFile);

    internal string GetFullPath(string path) => Path.GetFullPath(Path.Combine(root, path));

    /// <summary>The path of a file relative to the root, or <c>null</c> where it lies elsewhere.</summary>
    internal string? GetPath(string fullPath)
    {
        string full = Path.GetFullPath(fullPath);
        string folder = root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return full.StartsWith(folder, PathComparison) ? full.Substring(folder.Length).Replace('\\', '/') : null;
    }

    private static StringComparison PathComparison =>
        Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private SourceFileLookup ReadFile(string path)
    {
        string fullPath = GetFullPath(path);
        if (GetPath(fullPath) is null)
        {
            return SourceFileLookup.Unknown;
        }

        try
        {
            var file = new FileInfo(fullPath);
            if (!file.Exists)
            {
                return Directory.Exists(fullPath)
                    ? SourceFileLookup.Unreadable(UnreadableReason.Other, "it is a folder, not a file")
                    : SourceFileLookup.Missing;
            }

            if (file.Length > AnalysisBudget.Default.MaxFileLength)
            {
                return SourceFileLookup.Unreadable(
                    UnreadableReason.TooLarge,
                    file.Length.ToString(CultureInfo.InvariantCulture)
                );
            }

            byte[] bytes = File.ReadAllBytes(fullPath);
            bool isText = Array.IndexOf(bytes, (byte)0) < 0 || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
            return isText
                ? SourceFileLookup.Found(new SourceFile(path, SourceText.From(bytes)))
                : SourceFileLookup.Unreadable(UnreadableReason.Binary);
        }
        catch (UnauthorizedAccessException)
        {
            return SourceFileLookup.Unreadable(UnreadableReason.Other, "access is denied");
        }
        catch (IOException)
        {
            return SourceFileLookup.Unreadable(UnreadableReason.Other, "the system reports an error");
        }
    }
}
