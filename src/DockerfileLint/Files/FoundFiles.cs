using DockerfileLint.Analysis.Languages;
using DockerfileLint.Configuration;

namespace DockerfileLint.Files;

/// <summary>
/// What a configuration says about the files that a walk looks for. Safe to use from several threads.
/// </summary>
/// <param name="folder">Absolute path of the folder that the patterns are relative to.</param>
/// <param name="dockerfiles">Files that are Dockerfiles whatever their names.</param>
/// <param name="composeFiles">Files that are Compose files whatever their names.</param>
/// <param name="excluded">Files and folders that are left out.</param>
internal sealed class FoundFiles(
    string folder,
    PathPatterns dockerfiles,
    PathPatterns composeFiles,
    PathPatterns excluded
)
{
    /// <summary>Whether files count that their names do not tell.</summary>
    internal bool NamesFiles => !dockerfiles.IsEmpty || !composeFiles.IsEmpty;

    /// <summary>The language that the patterns give a file, or <c>null</c>.</summary>
    internal Language? FindLanguage(string fullPath)
    {
        if (!NamesFiles)
        {
            return null;
        }

        string[] segments = GetSegments(fullPath);
        return dockerfiles.Match(segments) ? Language.Dockerfile
            : composeFiles.Match(segments) ? Language.Compose
            : null;
    }

    /// <summary>Whether a file or a folder is left out.</summary>
    internal bool Excludes(string fullPath, bool isDirectory) =>
        !excluded.IsEmpty && excluded.Match(GetSegments(fullPath), isDirectory);

    private string[] GetSegments(string fullPath) =>
        Path.GetRelativePath(folder, fullPath).Split(Path.DirectorySeparatorChar);
}
