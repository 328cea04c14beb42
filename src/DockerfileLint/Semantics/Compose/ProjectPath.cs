namespace DockerfileLint.Semantics.Compose;

/// <summary>Paths of a project's files, relative to the linted root with <c>/</c> between their segments.</summary>
internal static class ProjectPath
{
    /// <summary>The folder of a file; empty for the root itself.</summary>
    internal static string GetDirectory(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash <= 0 ? "" : path.Substring(0, slash);
    }

    /// <summary>The last segment.</summary>
    internal static string GetName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>A file in a folder.</summary>
    internal static string Combine(string directory, string name) =>
        directory.Length == 0 ? name : directory + "/" + name;

    /// <summary>Whether a path is no path of the file system but an address.</summary>
    internal static bool IsRemote(string path) =>
        path.IndexOf("://", StringComparison.Ordinal) > 0
        || path.StartsWith("git@", StringComparison.Ordinal)
        || path.StartsWith("oci:", StringComparison.Ordinal)
        || path.StartsWith("github.com/", StringComparison.Ordinal);

    /// <summary>The path that another one names from a folder.</summary>
    /// <returns>The path, <c>null</c> where it leads out of the root or starts at another one.</returns>
    internal static string? Resolve(string directory, string path)
    {
        if (path.Length == 0 || path[0] is '/' or '~' or '\\' || (path.Length > 1 && path[1] == ':'))
        {
            return null;
        }

        var segments = new List<string>();
        foreach (string segment in Combine(directory, path).Split('/'))
        {
            if (segment == "..")
            {
                if (segments.Count == 0)
                {
                    return null;
                }

                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment.Length > 0 && segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join("/", segments);
    }
}
