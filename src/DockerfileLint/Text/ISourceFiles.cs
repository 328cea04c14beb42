namespace DockerfileLint.Text;

/// <summary>
/// The files of a folder. The analysis reads none by itself: a tool, a build, an editor or a test supplies them. Must
/// be safe to use from several threads.
/// </summary>
public interface ISourceFiles
{
    /// <summary>Looks a file up.</summary>
    /// <param name="path">
    /// Path relative to the root, with <c>/</c> between its segments on every system. An implementation says
    /// <see cref="SourceFileStatus.Unknown"/> of a path that leads out of the root.
    /// </param>
    SourceFileLookup Find(string path);
}
