using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>
/// The files that git keeps about a working tree. They come with the tree and are not trusted: each is read up to a
/// limit, none waits for a writer, and none is a link out of its folder.
/// </summary>
internal static class GitFolder
{
    private const string LinkPrefix = "gitdir:";
    private static readonly AnalysisBudget Budget = new() { MaxFileLength = AnalysisBudget.MaxRepositoryFileLength };

    /// <summary>The folder of a working tree, links resolved; <c>null</c> where <c>.git</c> names none.</summary>
    /// <param name="top">The folder that holds <c>.git</c>.</param>
    /// <exception cref="IOException">The file system failed.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder on the way must not be read.</exception>
    internal static string? Find(string top)
    {
        string path = Path.Combine(top, ".git");
        if (!Directory.Exists(path))
        {
            // A linked worktree or a submodule.
            if (
                RealPath.Resolve(path, out _) is not { } file
                || FileReader.Read(file, Budget).Text?.ToString() is not { } link
                || !link.StartsWith(LinkPrefix, StringComparison.Ordinal)
                || link.Contains('\0')
            )
            {
                return null;
            }

            path = Path.GetFullPath(link[LinkPrefix.Length..].Trim(), top);
        }

        return RealPath.Resolve(path, out _) is { } folder && Directory.Exists(folder) ? folder : null;
    }

    /// <summary>The text of a file, or <c>null</c> where there is none.</summary>
    /// <param name="folder">The folder, links resolved.</param>
    /// <param name="path">The path below it.</param>
    /// <exception cref="IOException">The file exists and cannot be read, or lies out of the folder.</exception>
    internal static string? Read(string folder, string path)
    {
        string fullPath = Path.Combine(folder, path);
        if (!File.Exists(fullPath))
        {
            return null;
        }

        return
            RealPath.Resolve(fullPath, out _) is { } file
            && RealPath.IsInside(folder, file)
            && FileReader.Read(file, Budget).Text is { } text
            ? text.ToString()
            : throw new IOException($"'{path}' is no file that git keeps.");
    }
}
