namespace DockerfileLint.Files;

/// <summary>
/// The folders of the files that are being linted, and those above them, as far as a walk has listed them: it knows
/// what lies there. Holds the folders of a few files, however many there are. Safe to use from several threads.
/// </summary>
internal sealed class ListedFolders
{
    // A folder counts the files and folders in it that are here because of a file.
    private readonly Dictionary<string, (WalkRecord Walk, int Count)> _folders = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>A file is going to be linted.</summary>
    internal void Enter(InputFile input)
    {
        if (input.Walk is not { } walk)
        {
            return;
        }

        lock (_lock)
        {
            for (string? folder = GetFolder(input.FullPath); folder is not null; folder = GetAbove(folder, walk))
            {
                int count = _folders.TryGetValue(folder, out (WalkRecord Walk, int Count) known) ? known.Count : 0;
                _folders[folder] = (walk, count + 1);
                if (count > 0)
                {
                    break;
                }
            }
        }
    }

    /// <summary>A file that was entered has been linted.</summary>
    internal void Leave(InputFile input)
    {
        if (input.Walk is not { } walk)
        {
            return;
        }

        lock (_lock)
        {
            for (string? folder = GetFolder(input.FullPath); folder is not null; folder = GetAbove(folder, walk))
            {
                int count = _folders.TryGetValue(folder, out (WalkRecord Walk, int Count) known) ? known.Count : 0;
                if (count > 1)
                {
                    _folders[folder] = (walk, count - 1);
                    break;
                }

                _folders.Remove(folder);
            }
        }
    }

    /// <summary>Whether a walk has seen that a folder holds no file of some kinds.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="kinds">The kinds.</param>
    internal bool Lack(string folder, NotedFiles kinds)
    {
        lock (_lock)
        {
            return _folders.TryGetValue(folder, out (WalkRecord Walk, int Count) listed)
                && !listed.Walk.Holds(folder, kinds);
        }
    }

    private static string? GetFolder(string path) => Path.GetDirectoryName(path);

    private static string? GetAbove(string folder, WalkRecord walk) =>
        walk.Starts.Contains(folder) ? null : GetFolder(folder);
}
