using System.Collections.Concurrent;

namespace DockerfileLint.Files;

/// <summary>What walks come across beside the files to lint; complete once they are at their end.</summary>
internal sealed class WalkRecord
{
    private readonly ConcurrentDictionary<string, bool> _configured = new(StringComparer.Ordinal);

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

    /// <summary>Notes that a folder holds a configuration file.</summary>
    internal void AddConfigured(string folder) => _configured.TryAdd(folder, value: true);

    /// <summary>
    /// Whether a folder that a walk came through holds a configuration file. Safe to use while walks go on.
    /// </summary>
    internal bool IsConfigured(string folder) => _configured.ContainsKey(folder);
}
