namespace DockerfileLint.Files;

/// <summary>A folder with <c>.git</c> in it, and what git tracks there, which is read once somebody asks.</summary>
/// <param name="folder">Absolute path.</param>
/// <param name="depth">Number of segments of the folder's path, counted as the walk counts.</param>
internal sealed class GitWorktree(string folder, int depth)
{
    private GitIndex? _index;
    private bool _isRead;

    private GitIndex? Index
    {
        get
        {
            _index = _isRead ? _index : GitIndex.Read(folder);
            _isRead = true;
            return _index;
        }
    }

    /// <summary>Whether a file is tracked, or a folder holds tracked files to lint.</summary>
    /// <param name="segments">The path of the folder around it, counted as the walk counts.</param>
    /// <param name="name">Its name.</param>
    /// <param name="isDirectory">Whether it is a folder.</param>
    internal bool Tracks(string[] segments, string name, bool isDirectory)
    {
        if (Index is not { } index)
        {
            return false;
        }

        string path = string.Join('/', [.. segments[depth..], name]);
        return isDirectory ? index.HoldsFiles(path) : index.Contains(path);
    }
}
