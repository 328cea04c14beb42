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

        if (GitFolder.Find(top) is not { } gitFolder)
        {
            return null;
        }

        string commonFolder =
            GitFolder.Read(gitFolder, "commondir") is { } common
            && RealPath.Resolve(Path.GetFullPath(common.Trim(), gitFolder), out _) is { } shared
                ? shared
                : gitFolder;
        string? address = ReadAddress(commonFolder);
        if (address is null)
        {
            return null;
        }

        string? head = GitFolder.Read(gitFolder, "HEAD")?.Trim();
        string? reference =
            head is not null && head.StartsWith("ref:", StringComparison.Ordinal) ? head["ref:".Length..].Trim() : null;
        reference =
            reference is null || IsReference(reference) ? reference : throw new IOException("HEAD is no branch.");
        string? revision = reference is null ? head : ReadReference(gitFolder, commonFolder, reference);
        const string Branches = "refs/heads/";
        string? branch =
            reference is not null && reference.StartsWith(Branches, StringComparison.Ordinal)
                ? reference[Branches.Length..]
                : null;
        return revision is null || IsRevision(revision)
            ? new VersionControlDetails(address, revision, branch)
            : throw new IOException("HEAD is no commit.");
    }

    /// <summary>Whether a text is the hash of a commit, and not what else a file may hold.</summary>
    private static bool IsRevision(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);

    /// <summary>Whether a text names a branch or tag, and no path to elsewhere.</summary>
    private static bool IsReference(string text) =>
        text.StartsWith("refs/", StringComparison.Ordinal)
        && !text.Any(char.IsControl)
        && !text.Contains('\\')
        && Array.TrueForAll(text.Split('/'), segment => segment is not ("" or "." or ".."));

    private static string? ReadReference(string gitFolder, string commonFolder, string reference)
    {
        if ((GitFolder.Read(gitFolder, reference) ?? GitFolder.Read(commonFolder, reference)) is { } own)
        {
            return own.Trim();
        }

        foreach (string line in ReadLines(commonFolder, "packed-refs"))
        {
            int blank = line.IndexOf(' ');
            if (blank > 0 && line.AsSpan(blank + 1).TrimEnd().SequenceEqual(reference))
            {
                return line[..blank];
            }
        }

        return null;
    }

    private static string? ReadAddress(string folder)
    {
        bool isOrigin = false;
        foreach (string line in ReadLines(folder, "config"))
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

    private static string[] ReadLines(string folder, string name) => GitFolder.Read(folder, name)?.Split('\n') ?? [];
}
