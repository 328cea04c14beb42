namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Compares folders that are written in full or by their ends only.</summary>
internal static class FolderName
{
    /// <summary>Whether a path is a folder, lies in it, or is a folder around it.</summary>
    /// <param name="path">The path, without slash at the end.</param>
    /// <param name="folder">An absolute path, or the end of one, such as <c>.cache/pip</c>.</param>
    internal static bool Reaches(string path, string folder)
    {
        if (path.Length < 2)
        {
            return false;
        }

        if (path.IndexOf(folder, StringComparison.Ordinal) >= 0)
        {
            return true;
        }

        if (folder[0] == '/')
        {
            return folder.Length > path.Length
                && folder[path.Length] == '/'
                && folder.StartsWith(path, StringComparison.Ordinal);
        }

        // ~/.cache is around .cache/pip.
        int slash = folder.IndexOf('/');
        for (; slash > 0; slash = folder.IndexOf('/', slash + 1))
        {
            if (
                path.EndsWith(folder.Substring(0, slash), StringComparison.Ordinal)
                && (path.Length == slash || path[path.Length - slash - 1] == '/')
            )
            {
                return true;
            }
        }

        return false;
    }
}
