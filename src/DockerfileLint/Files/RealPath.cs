using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>Follows symbolic links in every segment of a path.</summary>
internal static class RealPath
{
    /// <summary>The path without any link.</summary>
    /// <param name="path">An absolute path.</param>
    /// <param name="problem">
    /// Why there is none: <see cref="UnreadableReason.NotFound"/> or <see cref="UnreadableReason.LinkLoop"/>.
    /// </param>
    /// <returns>The path, or <c>null</c> where a link leads nowhere or in a circle.</returns>
    /// <exception cref="IOException">The file system failed.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder on the way must not be read.</exception>
    internal static string? Resolve(string path, out UnreadableReason problem)
    {
        string current = Path.GetPathRoot(path)!;
        var pending = new Stack<string>();
        Push(pending, path[current.Length..]);
        int links = 0;
        while (pending.Count > 0)
        {
            string segment = pending.Pop();
            if (segment == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            string next = Path.Combine(current, segment);
            string? target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                current = next;
                continue;
            }

            if (++links > AnalysisBudget.MaxLinks)
            {
                problem = UnreadableReason.LinkLoop;
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                target = Path.GetFullPath(target);
                current = Path.GetPathRoot(target)!;
                target = target[current.Length..];
            }

            Push(pending, target);
        }

        problem = UnreadableReason.NotFound;
        return Path.Exists(current) ? current : null;
    }

    /// <summary>Whether a path without links lies in a folder or is it.</summary>
    internal static bool IsInside(string folder, string path) =>
        path.Length == folder.Length
            ? path == folder
            : path.StartsWith(folder, StringComparison.Ordinal)
                && (Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    private static void Push(Stack<string> pending, string path)
    {
        string[] segments = path.Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar],
            StringSplitOptions.RemoveEmptyEntries
        );
        for (int i = segments.Length - 1; i >= 0; i--)
        {
            if (segments[i] != ".")
            {
                pending.Push(segments[i]);
            }
        }
    }
}
