namespace DockerfileLint.Semantics;

/// <summary>An image reference: <c>[registry[:port]/]repository[:tag][@digest]</c>.</summary>
/// <param name="Registry">Host and port, or <c>null</c> for Docker Hub by default.</param>
/// <param name="Repository">The path without registry.</param>
/// <param name="Tag">The tag, or <c>null</c>.</param>
/// <param name="Digest">The digest with its algorithm, or <c>null</c>.</param>
public sealed record ImageReference(string? Registry, string Repository, string? Tag, string? Digest)
{
    private const string DefaultRegistry = "docker.io";

    /// <summary>Registry and repository as people write them: without Docker Hub's host and its <c>library/</c>.</summary>
    public string FamiliarName
    {
        get
        {
            if (Registry is not null and not (DefaultRegistry or "index.docker.io" or "registry-1.docker.io"))
            {
                return $"{Registry}/{Repository}";
            }

            const string Library = "library/";
            return Repository.StartsWith(Library, StringComparison.Ordinal) ? Repository.Substring(Library.Length) : Repository;
        }
    }

    /// <summary>Whether neither tag nor digest says which image is meant.</summary>
    public bool IsUntagged => Tag is null && Digest is null;

    /// <summary>Splits a reference; does not check its characters.</summary>
    /// <returns>The parts, or <c>null</c> for a text without repository.</returns>
    public static ImageReference? Parse(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        int at = text.IndexOf('@');
        string? digest = at < 0 ? null : text.Substring(at + 1);
        string name = at < 0 ? text : text.Substring(0, at);

        // A colon before the last slash belongs to the registry's port.
        int colon = name.LastIndexOf(':');
        string? tag = null;
        if (colon > name.LastIndexOf('/'))
        {
            tag = name.Substring(colon + 1);
            name = name.Substring(0, colon);
        }

        int slash = name.IndexOf('/');
        string? registry = null;
        if (slash > 0 && IsRegistry(name.AsSpan(0, slash)))
        {
            registry = name.Substring(0, slash);
            name = name.Substring(slash + 1);
        }

        return name.Length == 0 ? null : new ImageReference(registry, name, tag, digest);
    }

    private static bool IsRegistry(ReadOnlySpan<char> first)
    {
        if (first.IndexOfAny('.', ':') >= 0 || first.Equals("localhost".AsSpan(), StringComparison.Ordinal))
        {
            return true;
        }

        foreach (char c in first)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }
}
