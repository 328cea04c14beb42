using System.Collections.Concurrent;

namespace DockerfileLint.Files;

/// <summary>What walks come across beside the files to lint; complete once they are at their end.</summary>
internal sealed class WalkRecord
{
    private readonly ConcurrentDictionary<string, NotedFiles> _noted = new(StringComparer.Ordinal);

    /// <summary>
    /// Number of files that are left out: ignored ones that git does not track, and what the caller excludes.
    /// </summary>
    internal int SkippedFiles { get; set; }

    /// <summary>Number of folders that are left out with all that they hold, for the same reasons.</summary>
    internal int SkippedFolders { get; set; }

    /// <summary>The files with the variables of Compose projects, which may name Compose files.</summary>
    internal List<InputFile> EnvironmentFiles { get; } = [];

    /// <summary>Absolute paths of the folders where walks start; complete before they do.</summary>
    internal HashSet<string> Starts { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes that a folder holds a file of a kind.</summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="kind">The kind.</param>
    internal void Add(string folder, NotedFiles kind) =>
        _noted.AddOrUpdate(folder, static (_, added) => added, static (_, known, added) => known | added, kind);

    /// <summary>
    /// Whether a folder that a walk came through holds a file of a kind. Safe to use while walks go on.
    /// </summary>
    /// <param name="folder">Absolute path of the folder.</param>
    /// <param name="kind">The kind.</param>
    internal bool Holds(string folder, NotedFiles kind) =>
        _noted.TryGetValue(folder, out NotedFiles noted) && (noted & kind) != 0;
}
