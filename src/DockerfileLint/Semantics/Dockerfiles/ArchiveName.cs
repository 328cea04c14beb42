namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Names of archives that ADD unpacks. The builder goes by a file's content, which nobody has here.</summary>
internal static class ArchiveName
{
    private static readonly string[] Suffixes =
    [
        ".tar",
        ".Z",
        ".bz2",
        ".gz",
        ".lz",
        ".lzma",
        ".tZ",
        ".tb2",
        ".tbz",
        ".tbz2",
        ".tgz",
        ".tlz",
        ".tpz",
        ".txz",
        ".xz",
        ".zst",
        ".tzst",
    ];

    /// <summary>Whether a file of this name is an archive.</summary>
    internal static bool IsArchive(string name) =>
        Array.Exists(Suffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal));
}
