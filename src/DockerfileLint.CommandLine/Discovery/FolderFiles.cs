using System.Collections.Concurrent;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>
/// The files of a folder on disk. Each path is looked at once; nothing outside of the folder is read, whatever links
/// say.
/// </summary>
/// <param name="root">Absolute path of the folder.</param>
internal sealed class FolderFiles(string root) : ISourceFiles
{
    // What the framework gives where there is nothing, not even a link; asking so costs no exception.
    private const FileAttributes NoAttributes = (FileAttributes)(-1);

    private readonly string? _realRoot = FindRealPath(root);
    private readonly ConcurrentDictionary<string, (bool IsKnown, SourceFile? File)> _files = new(
        StringComparer.Ordinal
    );

    /// <inheritdoc/>
    public bool TryRead(string path, out SourceFile? file)
    {
        (bool isKnown, file) = _files.GetOrAdd(path, static (path, files) => files.Read(path), this);
        return isKnown;
    }

    private static bool IsBelow(string path) =>
        path.Length > 0
        && !path.Contains('\0')
        && !Path.IsPathRooted(path)
        && Array.TrueForAll(path.Split('/', '\\'), segment => segment is not (".." or "." or ""));

    private static string? FindRealPath(string path)
    {
        try
        {
            return RealPath.Resolve(path, out _);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private (bool IsKnown, SourceFile? File) Read(string path)
    {
        if (_realRoot is null || !IsBelow(path))
        {
            return (false, null);
        }

        try
        {
            string fullPath = Path.Combine(_realRoot, path);
            FileAttributes attributes = new FileInfo(fullPath).Attributes;
            if (attributes == NoAttributes)
            {
                return (true, null);
            }

            return
                (attributes & FileAttributes.Directory) == 0
                && RealPath.Resolve(fullPath, out _) is { } realPath
                && RealPath.IsInside(_realRoot, realPath)
                && FileReader.Read(realPath).Text is { } text
                ? (true, new SourceFile(path, text))
                : (false, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (false, null);
        }
    }
}
