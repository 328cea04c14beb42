using DockerfileLint.Files;

namespace DockerfileLint.CommandLine.Output;

/// <summary>
/// Refuses reports that would be written through links of the linted repository: they would replace a file that the
/// user never named.
/// </summary>
internal static class OutputLinks
{
    /// <summary>Looks at each target and at the folders that lead to it below the repository.</summary>
    /// <param name="outputs">What is asked for.</param>
    /// <param name="workingDirectory">Absolute path.</param>
    /// <param name="root">Absolute path of the linted folder.</param>
    /// <exception cref="UsageException">One of them is a link.</exception>
    internal static void Refuse(IEnumerable<OutputRequest> outputs, string workingDirectory, string root)
    {
        string[] bases = FindBases(workingDirectory, root);
        foreach (OutputRequest output in outputs)
        {
            if (output.Path is not { Length: > 0 } path || path.Contains('\0'))
            {
                continue;
            }

            string target = Path.GetFullPath(path, workingDirectory);
            if (!OutputFile.IsDevicePath(target) && FindLink(target, bases) is { } link)
            {
                string shown = FileDiscovery.GetShownPath(link, link, workingDirectory);
                throw new UsageException(
                    $"--output '{path}' is not written: '{shown}' is a link. Name the file itself, "
                        + "or allow links with --output-follow-links."
                );
            }
        }
    }

    private static string? FindLink(string target, string[] bases)
    {
        try
        {
            // What leads to the repository is the user's own; a link as target never is what a report should replace.
            for (string? path = target; path is not null && IsChecked(path); path = Path.GetDirectoryName(path))
            {
                if (new FileInfo(path).LinkTarget is not null)
                {
                    return path;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Opening the file says what is wrong.
        }

        return null;

        bool IsChecked(string path) =>
            path == target
            || Array.Exists(bases, folder => path.Length > folder.Length && RealPath.IsInside(folder, path));
    }

    private static string[] FindBases(string workingDirectory, string root)
    {
        var bases = new List<string>();
        foreach (string folder in (string[])[workingDirectory, root])
        {
            bases.Add(Path.TrimEndingDirectorySeparator(folder));
            try
            {
                bases.AddRange(new[] { RealPath.Resolve(folder, out _), RepositoryRoot.Find(folder) }.OfType<string>());
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A folder that cannot be looked at holds no report either.
            }
        }

        return [.. bases];
    }
}
