using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.LanguageServer.Features;

namespace DockerfileLint.LanguageServer.Workspaces;

/// <summary>A folder of the workspace at one moment. Immutable. Safe to use from several threads.</summary>
/// <param name="Root">Absolute path.</param>
/// <param name="Project">Its files.</param>
/// <param name="Configurations">How they are linted.</param>
/// <param name="Encoding">What a character of a position is.</param>
/// <param name="Open">The documents that the client shows, by their paths.</param>
internal sealed record FolderView(
    string Root,
    Project Project,
    IFileConfigurations Configurations,
    PositionEncoding Encoding,
    IReadOnlyDictionary<string, OpenAddress> Open
)
{
    /// <summary>The paths of the files to lint, on disk or open alone, sorted.</summary>
    internal string[] FindFiles(CancellationToken cancellation) =>
        [
            .. WorkspaceImages
                .FindFiles(Root, cancellation)
                .Concat(Open.Keys.Where(path => Language.FromPath(path) is not null))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>A file of the folder; <c>null</c> where it cannot be read.</summary>
    internal DocumentView? Find(string path, CancellationToken cancellation)
    {
        if (
            Project.Find(path, cancellation).File is not { } file
            || Project.GetLanguage(path, cancellation) is not { } language
        )
        {
            return null;
        }

        string fullPath = Path.GetFullPath(Path.Join(Root, path));
        OpenAddress? open = Open.GetValueOrDefault(path);
        return new DocumentView
        {
            Uri = open?.Uri ?? DocumentUri.FromPath(fullPath),
            Version = open?.Version,
            Project = Project,
            Path = path,
            Language = language,
            File = file,
            Setup = Configurations.Find(fullPath, language),
            Encoding = Encoding,
            Root = Root,
            Open = Open,
        };
    }
}
