using DockerfileLint.Analysis.Projects;
using DockerfileLint.Files;

namespace DockerfileLint.LanguageServer.Workspaces;

/// <summary>
/// A folder of the workspace: its files on disk, under the texts that the client shows. Only the thread that takes
/// messages changes it; all others get its snapshot.
/// </summary>
internal sealed class WorkspaceFolder
{
    /// <param name="root">Absolute path; <c>null</c> for documents that lie in no folder.</param>
    /// <param name="configurations">How its files are linted.</param>
    internal WorkspaceFolder(string? root, IFileConfigurations configurations)
    {
        Root = root;
        Configurations = configurations;
        Project = Project.Create(root is null ? null : new FolderFiles(root));
    }

    internal string? Root { get; }

    internal IFileConfigurations Configurations { get; set; }

    internal Project Project { get; set; }

    /// <summary>The path that a file has in the folder, with <c>/</c>; <c>null</c> where it lies elsewhere.</summary>
    /// <param name="fullPath">Absolute path.</param>
    internal string? GetPath(string fullPath)
    {
        if (Root is null)
        {
            return null;
        }

        ReadOnlySpan<char> root = Path.TrimEndingDirectorySeparator(Root.AsSpan());
        if (
            fullPath.Length <= root.Length + 1
            || !fullPath.AsSpan().StartsWith(root, StringComparison.Ordinal)
            || fullPath[root.Length] != Path.DirectorySeparatorChar
        )
        {
            // The root of the system ends with its separator.
            return root.Length == 1 && fullPath.Length > 1 && fullPath[0] == root[0] ? fullPath[1..] : null;
        }

        string path = fullPath[(root.Length + 1)..];
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The absolute path of a file in the folder.</summary>
    internal string GetFullPath(string path) => Path.GetFullPath(Path.Join(Root, path));
}
