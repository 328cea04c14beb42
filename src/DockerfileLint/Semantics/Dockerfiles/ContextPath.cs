namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Paths in the build context, as COPY, ADD and <c>.dockerignore</c> write them.</summary>
internal static class ContextPath
{
    /// <summary>The context itself.</summary>
    internal const string Root = ".";

    /// <summary>Whether a source is an address that the builder fetches, not a path.</summary>
    internal static bool IsRemote(string source) =>
        source.StartsWith("git@", StringComparison.Ordinal) || source.IndexOf("://", StringComparison.Ordinal) > 0;

    /// <summary>
    /// Cleans a path by its text alone: no empty and no <c>.</c> segments, <c>..</c> taken with the segment before it,
    /// no slash at the end; <c>.</c> where nothing is left.
    /// </summary>
    internal static string Clean(string path)
    {
        if (IsClean(path))
        {
            return path;
        }

        bool isRooted = path.Length > 0 && path[0] == '/';
        var segments = new List<string>();
        foreach (string segment in path.Split('/'))
        {
            switch (segment)
            {
                case "" or ".":
                    break;
                case ".." when segments.Count > 0 && segments[segments.Count - 1] != "..":
                    segments.RemoveAt(segments.Count - 1);
                    break;
                case ".." when isRooted:
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        string cleaned = string.Join("/", segments);
        return isRooted ? "/" + cleaned
            : cleaned.Length == 0 ? Root
            : cleaned;
    }

    /// <summary>Whether nothing of a path has to go, as of most: a look at its characters tells.</summary>
    private static bool IsClean(string path)
    {
        int start = path.Length > 0 && path[0] == '/' ? 1 : 0;
        for (int i = start; i < path.Length; i++)
        {
            if (path[i] == '/')
            {
                if (!IsName(path, start, i))
                {
                    return false;
                }

                start = i + 1;
            }
        }

        return IsName(path, start, path.Length);
    }

    private static bool IsName(string path, int start, int end) =>
        (end - start) switch
        {
            0 => false,
            1 => path[start] != '.',
            2 => path[start] != '.' || path[start + 1] != '.',
            _ => true,
        };

    /// <summary>
    /// The path below the context that the builder takes for a source: neither a leading slash nor <c>..</c> leads out
    /// of the context.
    /// </summary>
    internal static string Resolve(string source)
    {
        if (source.Length > 0 && source[0] != '/' && IsClean(source))
        {
            return source;
        }

        string path = Clean("/" + source).Substring(1);
        return path.Length == 0 ? Root : path;
    }

    /// <summary>The last segment.</summary>
    internal static string GetName(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
