using DockerfileLint.Analysis;

namespace DockerfileLint.CommandLine.Discovery;

/// <summary>
/// Which files of a folder are linted, and as what, by their names alone; without regard to case, as real projects
/// spell them both ways.
/// </summary>
internal static class FileNames
{
    /// <summary>What the walk looks for, for messages and help.</summary>
    internal const string Description =
        "Dockerfile, Containerfile, *.Dockerfile, Dockerfile.*, compose.yaml, docker-compose*.yml, "
        + "docker-stack*.yml, *.compose.yml";

    // Notes, copies and templates that lie beside a Dockerfile under its name.
    private static readonly string[] ForeignSuffixes =
    [
        ".dockerignore",
        ".md",
        ".j2",
        ".jinja",
        ".jinja2",
        ".tmpl",
        ".tpl",
        ".erb",
        ".orig",
        ".rej",
        ".bak",
        ".swp",
        "~",
    ];

    /// <summary>
    /// The language of a file name, or <c>null</c> where the name is not one that the walk looks for.
    /// </summary>
    internal static FileKind? GetKind(ReadOnlySpan<char> name) =>
        IsDockerfile(name) ? FileKind.Dockerfile
        : IsCompose(name) ? FileKind.Compose
        : null;

    /// <summary>Whether a tool that looks for its default file would take this very name.</summary>
    internal static bool IsDefaultName(ReadOnlySpan<char> name) =>
        name
            is "Dockerfile"
                or "Containerfile"
                or "compose.yaml"
                or "compose.yml"
                or "docker-compose.yml"
                or "docker-compose.yaml";

    private static bool IsDockerfile(ReadOnlySpan<char> name)
    {
        if (!IsDockerfile(name, "dockerfile") && !IsDockerfile(name, "containerfile"))
        {
            return false;
        }

        foreach (string suffix in ForeignSuffixes)
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDockerfile(ReadOnlySpan<char> name, string stem)
    {
        if (name.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
        {
            return name.Length == stem.Length || (name[stem.Length] == '.' && name.Length > stem.Length + 1);
        }

        return name.Length > stem.Length + 1
            && name.EndsWith(stem, StringComparison.OrdinalIgnoreCase)
            && name[^(stem.Length + 1)] == '.';
    }

    private static bool IsCompose(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> stem = name;
        if (!TrimEnd(ref stem, ".yml") && !TrimEnd(ref stem, ".yaml"))
        {
            return false;
        }

        if (
            stem.StartsWith("docker-stack", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith(".compose", StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        if (stem.StartsWith("docker-", StringComparison.OrdinalIgnoreCase))
        {
            stem = stem["docker-".Length..];
        }

        if (!stem.StartsWith("compose", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        stem = stem["compose".Length..];
        return stem.IsEmpty || (stem.Length > 1 && (stem[0] is '.' or '-' or '_'));
    }

    private static bool TrimEnd(ref ReadOnlySpan<char> name, string suffix)
    {
        bool found = name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
        name = found ? name[..^suffix.Length] : name;
        return found;
    }
}
