using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Workspaces;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Features;

/// <summary>What leads out of a document: images to their registries, paths to files, addresses.</summary>
internal static class DocumentLinks
{
    internal static DocumentLink[] Find(DocumentView view, CancellationToken cancellation) =>
        [
            .. FindTargets(view, cancellation)
                .Select(link => new DocumentLink(
                    view.GetRange(link.Span),
                    link.Path is null ? link.Address! : view.GetUri(link.Path),
                    link.Path is null ? null : "Open the file"
                )),
        ];

    /// <summary>The file in the snapshot that a place of a document names, or <c>null</c>.</summary>
    internal static LinkTarget? FindFile(DocumentView view, int offset, CancellationToken cancellation)
    {
        foreach (LinkTarget link in FindTargets(view, cancellation))
        {
            if (link.Path is not null && link.Span.Start <= offset && offset <= link.Span.End)
            {
                return link;
            }
        }

        return null;
    }

    private static IEnumerable<LinkTarget> FindTargets(DocumentView view, CancellationToken cancellation) =>
        view.IsDockerfile ? InDockerfile(view, cancellation) : InCompose(view, cancellation);

    private static IEnumerable<LinkTarget> InDockerfile(DocumentView view, CancellationToken cancellation)
    {
        DockerfileModel model = view.GetDockerfile(cancellation);
        foreach (DirectiveSyntax directive in model.Tree.Root.Directives)
        {
            if (
                directive.Name.Equals("syntax", StringComparison.OrdinalIgnoreCase)
                && ImageLinks.Find(directive.Value) is { } page
            )
            {
                yield return new LinkTarget(directive.ValueSpan, page, Path: null);
            }
        }

        foreach (Stage stage in model.Stages)
        {
            if (
                stage.BaseStage is null
                && !stage.IsFromScratch
                && stage.From.Image is { } image
                && ImageLinks.Find(stage.BaseName.ValueOr(null) ?? image.Text) is { } page
            )
            {
                yield return new LinkTarget(image.Span, page, Path: null);
            }
        }

        string folder = ProjectPath.GetDirectory(view.Path);
        foreach (InstructionSyntax instruction in model.Tree.Root.Instructions)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (FileSource source in FileSource.Find(instruction))
            {
                if (model.BuildGraph.Find(source.Name) is null && ImageLinks.Find(source.Name) is { } page)
                {
                    yield return new LinkTarget(source.Span, page, Path: null);
                }
            }

            if (instruction is not FileTransferInstructionSyntax transfer || transfer.GetFlag("from") is not null)
            {
                continue;
            }

            foreach (WordSyntax word in transfer.Sources.ToArray())
            {
                if (WebPage(word.Text) is { } address)
                {
                    yield return new LinkTarget(word.Span, address, Path: null);
                }
                else if (FindPath(view, folder, word.Text, cancellation) is { } path)
                {
                    yield return new LinkTarget(word.Span, Address: null, path);
                }
            }
        }
    }

    private static IEnumerable<LinkTarget> InCompose(DocumentView view, CancellationToken cancellation)
    {
        string folder = ProjectPath.GetDirectory(view.Path);
        ProjectModel project = view.GetProject(cancellation);
        foreach (Service service in project.Compose.Services)
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                service.Image is { } image
                && image.Span.File.Path == view.Path
                && ImageLinks.Find(image.Text.TryGetValue(out string? name) ? name : image.Text.DisplayText) is { } page
            )
            {
                yield return new LinkTarget(image.Span.Span, page, Path: null);
            }

            if (
                service.Build is { } build
                && build.Entry.NameSpan.File.Path == view.Path
                && project.FindBuild(service)?.Path is { } dockerfile
                && view.Project.Find(dockerfile, cancellation).File is not null
            )
            {
                Fact<string>? place = build.Dockerfile ?? build.Context;
                if (place is { } written && written.Span.File.Path == view.Path)
                {
                    yield return new LinkTarget(written.Span.Span, Address: null, dockerfile);
                }
            }

            foreach (Fact<string> file in service.GetTexts("env_file"))
            {
                if (
                    file.Span.File.Path == view.Path
                    && FindPath(view, folder, file.DisplayText, cancellation) is { } path
                )
                {
                    yield return new LinkTarget(file.Span.Span, Address: null, path);
                }
            }
        }

        foreach (YamlScalarSyntax scalar in FindPaths(view.GetYaml(cancellation)))
        {
            if (FindPath(view, folder, scalar.Value, cancellation) is { } path)
            {
                yield return new LinkTarget(scalar.ContentSpan, Address: null, path);
            }
        }
    }

    /// <summary>The scalars that name files, but for those that the project knows.</summary>
    private static IEnumerable<YamlScalarSyntax> FindPaths(YamlSyntaxTree tree)
    {
        foreach (YamlDocumentSyntax document in tree.Root.Documents)
        {
            if (document.Content is not YamlMappingSyntax root)
            {
                continue;
            }

            foreach (YamlNodeSyntax item in ItemsOf(root.FindValue("include")))
            {
                foreach (
                    YamlNodeSyntax path in ItemsOf(item is YamlMappingSyntax mapping ? mapping.FindValue("path") : item)
                )
                {
                    if (path is YamlScalarSyntax scalar)
                    {
                        yield return scalar;
                    }
                }
            }

            foreach (string section in new[] { "secrets", "configs" })
            {
                foreach (YamlPairSyntax pair in PairsOf(root.FindValue(section)))
                {
                    if ((pair.Value.Resolved as YamlMappingSyntax)?.FindValue("file") is YamlScalarSyntax file)
                    {
                        yield return file;
                    }
                }
            }

            foreach (YamlPairSyntax service in PairsOf(root.FindValue("services")))
            {
                if (
                    (
                        (service.Value.Resolved as YamlMappingSyntax)?.FindValue("extends") as YamlMappingSyntax
                    )?.FindValue("file")
                    is YamlScalarSyntax file
                )
                {
                    yield return file;
                }
            }
        }
    }

    private static IEnumerable<YamlNodeSyntax> ItemsOf(YamlNodeSyntax? node) =>
        node is YamlSequenceSyntax sequence ? sequence.Items
        : node is null ? []
        : [node];

    private static IEnumerable<YamlPairSyntax> PairsOf(YamlNodeSyntax? node) =>
        node is YamlMappingSyntax mapping ? mapping.Pairs : [];

    private static string? FindPath(DocumentView view, string folder, string text, CancellationToken cancellation) =>
        text.Length > 0
        && !text.Contains('$', StringComparison.Ordinal)
        && ProjectPath.Resolve(
            folder,
            text.TrimStart('/') is { Length: > 0 } relative && view.IsDockerfile ? relative : text
        )
            is { Length: > 0 } path
        && path != view.Path
        && view.Project.Find(path, cancellation).File is not null
            ? path
            : null;

    private static string? WebPage(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal)
            ? Uri.TryCreate(text, UriKind.Absolute, out _) && !text.Contains('$', StringComparison.Ordinal)
                ? text
                : null
            : null;
}

/// <summary>A place that leads elsewhere.</summary>
/// <param name="Span">The place.</param>
/// <param name="Address">Where to, on the web.</param>
/// <param name="Path">Where to, in the snapshot.</param>
internal sealed record LinkTarget(TextSpan Span, string? Address, string? Path);
