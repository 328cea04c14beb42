namespace DockerfileLint.Files;

/// <summary>What walks come across beside the files to lint; complete once they are at their end.</summary>
internal sealed class WalkRecord
{
    /// <summary>
    /// Number of files that are left out: ignored ones that git does not track, and what the caller excludes.
    /// </summary>
    internal int SkippedFiles { get; set; }

    /// <summary>Number of folders that are left out with all that they hold, for the same reasons.</summary>
    internal int SkippedFolders { get; set; }

    /// <summary>The files with the variables of Compose projects, which may name Compose files.</summary>
    internal List<InputFile> EnvironmentFiles { get; } = [];
}
