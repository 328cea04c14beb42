namespace DockerfileLint.Syntax.Values;

/// <summary>Sources of COPY and ADD that are not files of the build context.</summary>
internal static class RemoteSource
{
    /// <summary>
    /// Whether the builder takes the source for an HTTP address or a Git repository; a bare <c>host/path</c> is a file.
    /// </summary>
    internal static bool IsRemote(string source) => IsHttp(source) || IsGit(source);

    /// <summary>
    /// Whether it is a Git repository: by its scheme, by <c>user@host:</c>, or an HTTP address whose path ends in
    /// <c>.git</c>.
    /// </summary>
    internal static bool IsGit(string source)
    {
        if (
            source.StartsWith("git://", StringComparison.Ordinal)
            || source.StartsWith("ssh://", StringComparison.Ordinal)
            || source.StartsWith("git@", StringComparison.Ordinal)
        )
        {
            return source.IndexOf(':') > 0;
        }

        int end = source.IndexOfAny(['#', '?']);
        return IsHttp(source)
            && (end < 0 ? source : source.Substring(0, end)).EndsWith(".git", StringComparison.Ordinal);
    }

    private static bool IsHttp(string source) =>
        source.StartsWith("http://", StringComparison.Ordinal)
        || source.StartsWith("https://", StringComparison.Ordinal);
}
