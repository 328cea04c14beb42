using System.Collections.Concurrent;

namespace DockerfileLint.Files;

/// <summary>
/// Which files with variables, such as <c>.env</c>, git tracks. What a repository says is read once somebody asks for
/// such a file in it. Safe to use from several threads.
/// </summary>
internal sealed class TrackedEnvironmentFiles
{
    private readonly ConcurrentDictionary<string, GitIndex?> _indexes = new(StringComparer.Ordinal);

    /// <summary>Whether a repository keeps a file.</summary>
    /// <param name="path">Absolute path without links.</param>
    /// <returns><c>null</c> of other files, outside of repositories, and where that cannot be found out.</returns>
    internal bool? Contains(string path)
    {
        if (
            !IsEnvironmentFile(Path.GetFileName(path))
            || Path.GetDirectoryName(path) is not { } folder
            || RepositoryRoot.Find(folder) is not { } top
        )
        {
            return null;
        }

        GitIndex? index = _indexes.GetOrAdd(top, static folder => GitIndex.Read(folder, IsEnvironmentFile));
        return index is { IsUnknown: true }
            ? null
            : index?.Contains(Path.GetRelativePath(top, path).Replace(Path.DirectorySeparatorChar, '/')) == true;
    }

    private static bool IsEnvironmentFile(string name) => name.Contains("env", StringComparison.OrdinalIgnoreCase);
}
