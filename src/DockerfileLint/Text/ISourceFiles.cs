namespace DockerfileLint.Text;

/// <summary>
/// The files beside a linted file, such as <c>.dockerignore</c>. The library reads none by itself: a tool, a build, an
/// editor or a test supplies them. Must be safe to use from several threads.
/// </summary>
public interface ISourceFiles
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">
    /// Path relative to the linted root, with <c>/</c> between its segments on every system. An implementation says
    /// that it knows nothing of a path that leads out of the root.
    /// </param>
    /// <param name="file">The file, or <c>null</c> where there is none at this path or nothing is known.</param>
    /// <returns>
    /// Whether it is known what stands at the path: <c>true</c> without a file means that there is none, <c>false</c>
    /// that nobody can tell, or that it cannot be read.
    /// </returns>
    bool TryRead(string path, out SourceFile? file);
}
