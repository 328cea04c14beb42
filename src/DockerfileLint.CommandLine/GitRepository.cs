using DockerfileLint.Files;
using DockerfileLint.Reporting;

namespace DockerfileLint.CommandLine;

/// <summary>Reads what SARIF says about a repository from its <c>.git</c>, without starting git.</summary>
internal static class GitRepository
{
    /// <summary>As <see cref="Read(string)"/>; where the repository cannot be read, a warning says so.</summary>
    internal static VersionControlDetails? Read(string folder, TextWriter error)
    {
        try
        {
            return Read(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(
                "warning: the repository's .git could not be read, so the SARIF log does not name the commit."
            );
            return null;
        }
    }

    /// <summary>Address, commit and branch; <c>null</c> outside a repository and where it has no remote.</summary>
    /// <exception cref="IOException">The repository cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The repository must not be read.</exception>
    internal static VersionControlDetails? Read(string folder)
    {
        string? top = RepositoryRoot.Find(folder);
        if (top is null)
        {
            return null;
        }

        string gitFolder = Path.Combine(top, ".git");
        if (ReadValue(gitFolder) is { } link && link.StartsWith("gitdir:", StringComparison.Ordinal))
        {
            // A linked worktree or a submodule.
            gitFolder = Path.GetFullPath(link["gitdir:".Length..].Trim(), top);
        }

        string commonFolder = ReadValue(Path.Combine(gitFolder, "commondir")) is { } common
            ? Path.GetFullPath(common, gitFolder)
            : gitFolder;
        string? address = ReadAddress(Path.Combine(commonFolder, "config"));
        if (address is null)
        {
            return null;
        }

        string? head = ReadValue(Path.Combine(gitFolder, "HEAD"));
        string? reference =
            head is not null && head.StartsWith("ref:", StringComparison.Ordinal) ? head["ref:".Length..].Trim() : null;
        string? revision = reference is null ? head : ReadReference(gitFolder, commonFolder, reference);
        const string Branches = "refs/heads/";
        string? branch =
            reference is not null && reference.StartsWith(Branches, StringComparison.Ordinal)
                ? reference[Branches.Length..]
                : null;
        return new VersionControlDetails(address, revision, branch);
    }

    private static string? ReadReference(string gitFolder, string commonFolder, string reference)
    {
        if (ReadValue(Path.Combine(gitFolder, reference)) is { } own)
        {
            return own;
        }

        if (ReadValue(Path.Combine(commonFolder, reference)) is { } shared)
        {
            return shared;
        }

        string packed = Path.Combine(commonFolder, "packed-refs");
        if (!File.Exists(packed))
        {
            return null;
        }

        foreach (string line in File.ReadLines(packed))
        {
            int blank = line.IndexOf(' ');
            if (blank > 0 && line.AsSpan(blank + 1).SequenceEqual(reference))
            {
                return line[..blank];
            }
        }

        return null;
    }

    private static string? ReadAddress(string configuration)
    {
        if (!File.Exists(configuration))
        {
            return null;
        }

        bool isOrigin = false;
        foreach (string line in File.ReadLines(configuration))
        {
            ReadOnlySpan<char> text = line.AsSpan().Trim();
            if (text.StartsWith("[", StringComparison.Ordinal))
            {
                isOrigin = text.StartsWith("[remote \"origin\"]", StringComparison.OrdinalIgnoreCase);
            }
            else if (
                isOrigin
                && text.IndexOf('=') is var equals and > 0
                && text[..equals].TrimEnd().Equals("url", StringComparison.OrdinalIgnoreCase)
            )
            {
                return text[(equals + 1)..].Trim().Trim('"').ToString();
            }
        }

        return null;
    }

    private static string? ReadValue(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;
}
