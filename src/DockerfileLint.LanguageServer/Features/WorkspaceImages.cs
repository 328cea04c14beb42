using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Files;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>The images that the files of a folder use.</summary>
internal static class WorkspaceImages
{
    // More files than these hardly know further images.
    private const int MaxFiles = 200;

    /// <summary>Each image with the first file that uses it.</summary>
    internal static IEnumerable<(string Image, string Path)> Find(DocumentView view, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in FindFiles(view, cancellation).Take(MaxFiles))
        {
            if (view.Project.Find(path, cancellation).File is null)
            {
                continue;
            }

            foreach (string image in FindIn(path, view, cancellation))
            {
                if (!image.Contains('$', StringComparison.Ordinal) && seen.Add(image))
                {
                    yield return (image, path);
                }
            }
        }
    }

    /// <summary>The paths of the files to lint below the folder of a document.</summary>
    internal static IEnumerable<string> FindFiles(DocumentView view, CancellationToken cancellation) =>
        view.Open.Keys.Concat(view.Root is { } root ? FindFiles(root, cancellation) : []);

    /// <summary>The paths of the files to lint below a folder.</summary>
    /// <param name="root">Absolute path.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal static IEnumerable<string> FindFiles(string root, CancellationToken cancellation) =>
        Directory.Exists(root)
            ? FileDiscovery
                .Start(["."], root, root, language: null, excluded: [])
                .Enumerate(cancellation)
                .Where(file => file.Problem is null)
                .Select(file => file.Path)
            : [];

    private static IEnumerable<string> FindIn(string path, DocumentView view, CancellationToken cancellation)
    {
        Language? language = view.Project.GetLanguage(path, cancellation);
        if (language == Language.Dockerfile)
        {
            DockerfileModel model = DockerfileAnalyzer.GetModel(
                path,
                new ProjectReader(view.Project, cancellation, remembers: false)
            );
            foreach (Stage stage in model.Stages)
            {
                if (stage.BaseStage is null && stage.From.Image is { Text: not "scratch" } image)
                {
                    yield return image.Text;
                }
            }
        }
        else if (language == Language.Compose)
        {
            var tree = (YamlSyntaxTree)view.Project.GetDocument(path).GetTree(Language.Compose, cancellation);
            foreach (ServiceSyntax service in ComposeFileSyntax.Create(tree).Services)
            {
                if (service.Mapping.GetScalar("image") is { Value: { Length: > 0 } image })
                {
                    yield return image;
                }
            }
        }
    }
}
