using DockerfileLint.Analysis.Languages;
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

    /// <summary>A file that a project names; one out of the root is not read.</summary>
    /// <param name="path">The path in the output.</param>
    /// <param name="language">The language of such a file.</param>
    /// <param name="root">Absolute path of the root.</param>
    /// <param name="realRoot">The same, links resolved.</param>
    internal static InputFile CreateInput(string path, Language language, string root, string realRoot)
    {
        var file = new InputFile(path, Path.Combine(root, path), language);
        return IsOutside(path)
            ? file with
            {
                Problem = UnreadableReason.Other,
                ProblemDetail = "a Compose project names it, and it lies outside of the linted folder",
            }
            : FileLinks.Resolve(file, [realRoot]);
    }

    private static bool IsOutside(string path) => ComposeProjectFiles.IsOutside(path);
}
