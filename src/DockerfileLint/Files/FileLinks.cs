using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>Decides which symbolic links to files are read through.</summary>
internal static class FileLinks
{
    /// <summary>The file with its links resolved.</summary>
    /// <param name="file">The file.</param>
    /// <param name="boundaries">
    /// The folders, links resolved, that the file must lie in one of; <c>null</c> for a file that the command line
    /// names.
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
