using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>Decides which symbolic links to files are read through.</summary>
internal static class FileLinks
{
    /// <summary>
    /// A file that the command line names with its links resolved. A list of changed files names what others wrote, so
    /// that a link below the root must stay there; one that lies elsewhere is the caller's own.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="root">Absolute path of the root.</param>
    /// <param name="realRoot">The same, links resolved.</param>
    internal static InputFile ResolveNamed(InputFile file, string root, string realRoot) =>
        Resolve(file, IsBelow(file.FullPath, root, realRoot) ? [realRoot] : null);

    private static bool IsBelow(string path, string root, string realRoot)
    {
        try
        {
            return RealPath.IsInside(root, path)
                || (
                    Path.GetDirectoryName(path) is { } folder
                    && RealPath.Resolve(folder, out _) is { } realFolder
                    && RealPath.IsInside(realRoot, realFolder)
                );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read is no link that is followed.
            return true;
        }
    }

    /// <summary>The file with its links resolved.</summary>
    /// <param name="file">The file.</param>
    /// <param name="boundaries">
    /// The folders, links resolved, that the file must lie in one of; <c>null</c> where it may lie anywhere.
    /// </param>
    internal static InputFile Resolve(InputFile file, string[]? boundaries)
    {
        try
        {
            string? target = RealPath.Resolve(file.FullPath, out UnreadableReason problem);
            if (target is null)
            {
                bool isDangling =
                    problem == UnreadableReason.NotFound && new FileInfo(file.FullPath).LinkTarget is not null;
                return isDangling
                    ? file with
                    {
                        Problem = UnreadableReason.Other,
                        ProblemDetail = "it is a symbolic link to a file that does not exist",
                    }
                    : file with
                    {
                        Problem = problem,
                    };
            }

            return boundaries is null || boundaries.Any(boundary => RealPath.IsInside(boundary, target))
                ? file with
                {
                    FullPath = target,
                }
                : file with
                {
                    Problem = UnreadableReason.Other,
                    ProblemDetail = "it is a symbolic link that leads out of the linted folder",
                };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReadOutcome outcome = FileReader.Explain(exception);
            return file with { Problem = outcome.Reason, ProblemDetail = outcome.Detail };
        }
    }
}
