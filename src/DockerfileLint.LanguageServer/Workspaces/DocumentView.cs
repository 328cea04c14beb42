using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.LanguageServer.Workspaces;

/// <summary>
/// A document at one moment with everything that lies around it. Immutable; what it computes is kept with the snapshot.
/// Safe to use from several threads.
/// </summary>
internal sealed class DocumentView
{
    internal required string Uri { get; init; }

    internal required int? Version { get; init; }

    /// <summary>The snapshot that the document is a part of.</summary>
    internal required Project Project { get; init; }

    /// <summary>The path in the snapshot.</summary>
    internal required string Path { get; init; }

    internal required Language Language { get; init; }

    internal required SourceFile File { get; init; }

    internal required FileSetup Setup { get; init; }

    internal required PositionEncoding Encoding { get; init; }

    /// <summary>Absolute path of the folder that the paths of the snapshot are relative to, or <c>null</c>.</summary>
    internal required string? Root { get; init; }

    /// <summary>The addresses of the documents that the client shows, by their paths in the snapshot.</summary>
    internal required IReadOnlyDictionary<string, OpenAddress> Open { get; init; }

    /// <summary>When its last change came in, as <see cref="System.Diagnostics.Stopwatch"/> counts.</summary>
    internal long ChangedAt { get; init; }

    internal SourceText Text => File.Text;

    internal bool IsDockerfile => Language == Language.Dockerfile;

    /// <summary>The findings that are reported.</summary>
    internal FileResult Lint(CancellationToken cancellation) => Complete(Analyze(cancellation), cancellation);

    /// <summary>
    /// The file as far as the rules go: the same object as long as nothing has changed that it rests on.
    /// </summary>
    internal FileAnalysis Analyze(CancellationToken cancellation) =>
        Setup.Linter.Analyze(Project, Path, Language, cancellation);

    internal FileResult Complete(FileAnalysis analysis, CancellationToken cancellation) =>
        Setup.InvalidPath is { } invalid
            ? FileResult.NotLinted(Path, Language, invalid)
            : Setup.Filter(Setup.Linter.Complete(analysis, report: null, cancellation));

    internal SyntaxTree GetTree(CancellationToken cancellation) =>
        Project.GetDocument(Path).GetTree(Language, cancellation);

    internal YamlSyntaxTree GetYaml(CancellationToken cancellation) => (YamlSyntaxTree)GetTree(cancellation);

    /// <summary>The model of a Dockerfile.</summary>
    internal DockerfileModel GetDockerfile(CancellationToken cancellation) =>
        DockerfileAnalyzer
            .GetModel(Path, new ProjectReader(Project, cancellation, remembers: false))
            .For(Setup.Linter.Options.Build, cancellation);

    /// <summary>The model of the project that a Compose file belongs to.</summary>
    internal ProjectModel GetProject(CancellationToken cancellation) =>
        new ProjectReader(Project, cancellation, remembers: false).Get(
            Path,
            Setup.Linter,
            reader =>
            {
                LintOptions options = Setup.Linter.Options;
                ComposeSources sources = ComposeAnalyzer.CreateSources(File, reader);
                var compose = ComposeModel.Load(
                    ComposeProjectFiles.Find(Path, sources, options.Compose),
                    sources,
                    options.Compose
                );
                return new ProjectModel(compose, ComposeAnalyzer.CreateSources(reader), options.Target);
            }
        );

    internal int GetOffset(Position position) => Encoding.GetOffset(Text, position);

    internal PositionRange GetRange(TextSpan span) => Encoding.GetRange(Text, span);

    /// <summary>The place of a span in this or another file of the snapshot.</summary>
    internal FileLocation GetLocation(SourceSpan span) =>
        new(GetUri(span.File.Path), Encoding.GetRange(span.File.Text, span.Span));

    internal FileLocation GetLocation(SyntaxNode node) => GetLocation(new SourceSpan(node.Tree.File, node.Span));

    /// <summary>The client's number of a file's text; <c>null</c> where it does not show it.</summary>
    internal int? GetVersion(string path) =>
        path == Path ? Version
        : Open.TryGetValue(path, out OpenAddress? open) ? open.Version
        : null;

    /// <summary>The address of a file in the snapshot.</summary>
    internal string GetUri(string path) =>
        path == Path ? Uri
        : Open.TryGetValue(path, out OpenAddress? open) ? open.Uri
        : DocumentUri.FromPath(Root is null ? path : System.IO.Path.GetFullPath(System.IO.Path.Join(Root, path)));
}

/// <summary>A document that the client shows.</summary>
/// <param name="Uri">The client's address.</param>
/// <param name="Version">The client's number of its text.</param>
internal sealed record OpenAddress(string Uri, int? Version);
