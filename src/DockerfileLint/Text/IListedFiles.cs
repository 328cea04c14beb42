namespace DockerfileLint.Text;

/// <summary>
/// Files of which some are known to be missing without a look at the disk, for as long as they are used.
/// </summary>
internal interface IListedFiles : ISourceFiles
{
    /// <summary>Whether it is known that a folder holds nothing under any of some names.</summary>
    /// <param name="folder">Path of the folder as in <see cref="ISourceFiles.Find"/>; empty for the root.</param>
    /// <param name="names">The names.</param>
    bool AreMissing(string folder, ReadOnlySpan<string> names);

    /// <summary>Whether it is known that nothing stands at a path.</summary>
    /// <param name="path">Path as in <see cref="ISourceFiles.Find"/>.</param>
    bool IsMissing(string path);
}
