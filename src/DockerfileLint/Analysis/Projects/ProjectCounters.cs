namespace DockerfileLint.Analysis.Projects;

/// <summary>Counts what was made for a project and all snapshots that descend from it.</summary>
internal sealed class ProjectCounters
{
    private int _reads;
    private int _trees;
    private int _models;
    private int _composeProjects;
    private int _walks;

    /// <summary>Paths that were looked up through the files interface.</summary>
    internal int Reads => Volatile.Read(ref _reads);

    /// <summary>Texts that were parsed.</summary>
    internal int Trees => Volatile.Read(ref _trees);

    /// <summary>Models of single files that were made.</summary>
    internal int Models => Volatile.Read(ref _models);

    /// <summary>Compose projects that were loaded and merged.</summary>
    internal int ComposeProjects => Volatile.Read(ref _composeProjects);

    /// <summary>Walks of the rules over a file or a Compose project.</summary>
    internal int Walks => Volatile.Read(ref _walks);

    internal void CountRead() => Interlocked.Increment(ref _reads);

    internal void CountTree() => Interlocked.Increment(ref _trees);

    internal void CountModel() => Interlocked.Increment(ref _models);

    internal void CountComposeProject() => Interlocked.Increment(ref _composeProjects);

    internal void CountWalk() => Interlocked.Increment(ref _walks);
}
