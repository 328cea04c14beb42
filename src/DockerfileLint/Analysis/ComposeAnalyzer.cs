using System.Collections.Immutable;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Judges Compose files: a project as a whole and once, whatever the number of its files, each of which gets what lies
/// in it.
/// </summary>
internal sealed class ComposeAnalyzer(LintOptions options) : DocumentAnalyzer(options)
{
    private readonly ComposeRuleRunner _rules = new(options);

    internal override FileAnalysis Analyze(SourceFile file, ProjectReader reader)
    {
        YamlSyntaxTree tree = Parse(file, reader);
        ComposeProjectFiles files = ComposeProjectFiles.Find(file.Path, CreateSources(file, reader), Options.Compose);

        // What stands alone is released with its file.
        ProjectFindings project = reader.Get(
            files.IsAlone ? file.Path : files.Key,
            _rules,
            inner => Analyze(file, files, inner)
        );
        return new FileAnalysis(file.Path, Language.Compose, file, Options.Rules)
        {
            Diagnostics = [.. tree.Diagnostics, .. project.Diagnostics[file.Path]],
            Notifications = [.. project.Notifications.Where(notification => notification.Path == file.Path)],
            FurtherFiles = project.FilePaths.Remove(file.Path),
            FurtherDockerfiles = project.Dockerfiles,
            Suppressors = FindSuppressors(Language.Compose, tree),
        };
    }

    private static YamlSyntaxTree Parse(SourceFile file, ProjectReader reader) =>
        (YamlSyntaxTree)reader.GetDocument(file.Path).GetTree(Language.Compose, reader.Cancellation);

    private static ComposeSources CreateSources(SourceFile file, ProjectReader reader) =>
        new(
            file,
            reader,
            reader.Project.HasFiles,
            other => Parse(other, reader),
            reader.Project.Budget,
            reader.Cancellation
        );

    private ProjectFindings Analyze(SourceFile file, ComposeProjectFiles files, ProjectReader reader)
    {
        reader.Project.Counters.CountComposeProject();
        var model = ComposeModel.Load(files, CreateSources(file, reader), Options.Compose);
        var sink = new DiagnosticSink(model.File);
        sink.Diagnostics.AddRange(model.GetDiagnostics(reader.Cancellation));
        sink.Diagnostics.AddRange(ComposeSchemaChecker.Check(model, Options.Target, reader.Cancellation));
        ImmutableArray<string> dockerfiles = BuildReferences.Find(model, reader.Cancellation);
        reader.Project.Counters.CountWalk();
        sink.Notifications.AddRange(model.Notifications);
        _rules.Run(model, sink, reader.Cancellation);
        return new ProjectFindings(
            sink.Diagnostics.ToLookup(diagnostic => diagnostic.Location.File.Path, StringComparer.Ordinal),
            [.. sink.Notifications],
            [.. model.FilePaths.Concat(files.Instead).Distinct(StringComparer.Ordinal)],
            dockerfiles
        );
    }

    /// <summary>What there is to say of a project.</summary>
    /// <param name="Diagnostics">By the file that they lie in.</param>
    /// <param name="Notifications">Those of all files.</param>
    /// <param name="FilePaths">The Compose files that belong to the project, or that are loaded in its place.</param>
    /// <param name="Dockerfiles">The Dockerfiles that its services are built from.</param>
    private sealed record ProjectFindings(
        ILookup<string, Diagnostic> Diagnostics,
        ImmutableArray<Notification> Notifications,
        ImmutableArray<string> FilePaths,
        ImmutableArray<string> Dockerfiles
    );
}
