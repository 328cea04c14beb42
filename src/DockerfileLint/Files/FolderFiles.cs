using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>The files of a folder on disk; nothing outside of it is read, whatever links say.</summary>
/// <param name="root">Absolute path of the folder.</param>
/// <param name="budget">How long files may be, or <c>null</c> for the default.</param>
internal sealed class FolderFiles(string root, AnalysisBudget? budget = null) : ISourceFiles
{
    // What the framework gives where there is nothing, not even a link; asking so costs no exception.
    private const FileAttributes NoAttributes = (FileAttributes)(-1);

    private readonly TrackedEnvironmentFiles _tracked = new();

    /// <summary>Absolute path of the folder, links resolved; <c>null</c> where there is none.</summary>
    internal string? RealRoot { get; } = FindRealPath(root);

    /// <inheritdoc/>
    public SourceFileLookup Find(string path)
    {
        if (RealRoot is null || !IsBelow(path))
        {
            return SourceFileLookup.Unknown;
        }

        try
        {
            string fullPath = Path.Combine(RealRoot, path);
            FileAttributes attributes = new FileInfo(fullPath).Attributes;
            if (attributes == NoAttributes)
            {
                return SourceFileLookup.Missing;
            }

            if (
                (attributes & FileAttributes.Directory) != 0
                || RealPath.Resolve(fullPath, out _) is not { } realPath
                || !RealPath.IsInside(RealRoot, realPath)
            )
            {
                return SourceFileLookup.Unknown;
            }

            ReadOutcome outcome = FileReader.Read(realPath, budget);
            return outcome.Text is { } text
                ? SourceFileLookup.Found(new SourceFile(path, text) { IsTracked = _tracked.Contains(realPath) })
                : SourceFileLookup.Unreadable(outcome.Reason, outcome.Detail);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return SourceFileLookup.Unknown;
        }
    }

    /// <summary>Whether no segment of a path is empty or leads elsewhere.</summary>
    private static bool IsBelow(string path)
    {
        ReadOnlySpan<char> rest = path;
        while (true)
        {
            int end = rest.IndexOfAny('/', '\\');
            if ((end < 0 ? rest : rest[..end]) is "" or "." or "..")
            {
                return false;
            }

            if (end < 0)
            {
                return !path.Contains('\0') && !Path.IsPathRooted(path);
            }

            rest = rest[(end + 1)..];
        }
    }

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
}
