using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Files;

/// <summary>The Compose files that environment files name, in whose folders no file may have the name of one.</summary>
internal static class ComposeFileLists
{
    /// <summary>Their paths in the output; those out of the root as they are written.</summary>
    /// <param name="environmentFiles">Files named <c>.env</c>.</param>
    internal static IEnumerable<string> Find(IEnumerable<InputFile> environmentFiles) =>
        environmentFiles
            .Where(file => !IsOutside(file.Path))
            .Select(file => RunFiles.Read(file, Stream.Null).File)
            .OfType<SourceFile>()
            .SelectMany(file => ComposeProjectFiles.FindListed(file));

    /// <summary>Whether a path that a project names lies out of the root.</summary>
    internal static bool IsOutside(string path) => ComposeProjectFiles.IsOutside(path);
}
