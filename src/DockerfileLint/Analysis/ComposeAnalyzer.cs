using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Judges Compose files: a project as a whole and once, whatever the number of its files, each of which gets what lies
/// in it.
/// </summary>
internal sealed class ComposeAnalyzer(LintOptions options) : DocumentAnalyzer(options)
{
    // What is read once for all projects that have it in common; each stands for its question.
    private static readonly object EnvironmentQuestion = new();
    private static readonly object IncludesQuestion = new();

    private readonly ComposeRuleRunner _rules = new(options);
    private readonly ProjectRuleRunner _projectRules = new(options);
    private readonly InlineDockerfileRunner _inlineDockerfiles = new(options);

    internal override FileAnalysis Analyze(SourceFile file, ProjectReader reader)
    {
        YamlSyntaxTree tree = Parse(file, reader);
        ProjectFindings project = AnalyzeProject(file, reader);
        int limit = reader.Project.Budget.MaxFindings;
        List<Suppressor> suppressors = FindSuppressors(Language.Compose, tree, limit, out Notification? cut);
        suppressors.AddRange(project.Suppressors.Where(each => each.Path == file.Path).Select(each => each.Suppressor));
        return new FileAnalysis(file.Path, Language.Compose, file, Options.Rules)
        {
            Tree = tree,
            MaxFindings = limit,
            Diagnostics =
            [
                .. tree.Diagnostics,
                .. project.Diagnostics[file.Path],
                .. FindElsewhere(file, project, reader),
            ],
            Notifications =
            [
                .. project.Notifications.Where(notification => notification.Path == file.Path),
                .. cut is null ? [] : new[] { cut },
            ],
            FurtherFiles = project.FilePaths.Remove(file.Path),
            FurtherDockerfiles = project.Dockerfiles,
            Suppressors = suppressors,
        };
    }

    private ProjectFindings AnalyzeProject(SourceFile file, ProjectReader reader)
    {
        ComposeProjectFiles files = ComposeProjectFiles.Find(file.Path, CreateSources(file, reader), Options.Compose);

        // What stands alone is released with its file.
        return reader.Get(files.IsAlone ? file.Path : files.Key, _rules, inner => Analyze(file, files, inner));
    }

    /// <summary>
    /// What holds for text of other files in this project alone, by its variables or by what further files add. What a
    /// file's own project says of it is said there.
    /// </summary>
    private IEnumerable<Diagnostic> FindElsewhere(SourceFile file, ProjectFindings project, ProjectReader reader)
    {
        var seen = new HashSet<(string Rule, TextSpan Span, string? Tier)>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach ((Diagnostic diagnostic, SourceSpan written) in project.Elsewhere)
        {
            if (
                diagnostic.Location.File.Path == file.Path
                && !IsSaidThere(diagnostic, written)
                && seen.Add((diagnostic.Rule.Id, diagnostic.Location.Span, diagnostic.Tier))
            )
            {
                yield return diagnostic;
            }
        }

        bool IsSaidThere(Diagnostic diagnostic, SourceSpan written)
        {
            if (asked.Count == AnalysisBudget.MaxAskedProjects && !asked.Contains(written.File.Path))
            {
                return false;
            }

            asked.Add(written.File.Path);
            return AnalyzeProject(written.File, reader)
                .Places.Contains((diagnostic.Rule.Id, written.File.Path, written.Span));
        }
    }

    private static YamlSyntaxTree Parse(SourceFile file, ProjectReader reader) =>
        (YamlSyntaxTree)reader.GetDocument(file.Path).GetTree(Language.Compose, reader.Cancellation);

    /// <summary>Where the files of a Compose project come from.</summary>
    internal static ComposeSources CreateSources(SourceFile file, ProjectReader reader) =>
        new(
            file,
            reader,
            reader.Project.HasFiles,
            other => Parse(other, reader),
            reader.Project.Budget,
            reader.Cancellation
        )
        {
            ReadSharedEnvironment = paths =>
                reader.Get(string.Join("\n", paths), EnvironmentQuestion, inner => ReadEnvironment(paths, inner)),
            FindSharedIncludes = outer =>
                reader.Get(
                    "include\n" + outer.Path,
                    IncludesQuestion,
                    inner =>
                        inner.Find(outer.Path).File is { } file
                            ? ComposeProjectFiles.FindIncludes(file, CreateSources(file, inner))
                            : []
                ),
        };

    /// <summary>Where the Dockerfiles of a project come from.</summary>
    internal static ProjectSources CreateSources(ProjectReader reader) =>
        new(
            reader,
            reader.Project.HasFiles,
            file => DockerfileAnalyzer.GetModel(file.Path, reader),
            reader.Cancellation
        );

    private static ComposeEnvironment ReadEnvironment(IReadOnlyList<string> paths, ProjectReader reader) =>
        ComposeEnvironment.Empty.With(
            [.. paths.Select(path => reader.Find(path).File).OfType<SourceFile>()],
            new ExpansionAllowance(reader.Project.Budget.MaxExpandedCharacters),
            reader.Cancellation
        );

    private ProjectFindings Analyze(SourceFile file, ComposeProjectFiles files, ProjectReader reader)
    {
        reader.Project.Counters.CountComposeProject();
        var model = ComposeModel.Load(files, CreateSources(file, reader), Options.Compose);
        var sink = new DiagnosticSink(model.File, reader.Project.Budget.MaxFindings);
        sink.Diagnostics.AddRange(model.GetDiagnostics(reader.Cancellation));
        sink.Diagnostics.AddRange(ComposeSchemaChecker.Check(model, Options.Target, reader.Cancellation));
        ImmutableArray<string> dockerfiles = BuildReferences.Find(model, reader.Cancellation);
        reader.Project.Counters.CountWalk();
        sink.Notifications.AddRange(model.Notifications);
        var project = new ProjectModel(model, CreateSources(reader), Options.Target);
        _rules.Run(model, project, sink, reader.Cancellation);
        _projectRules.Run(project, sink, reader.Cancellation);
        ImmutableArray<(string, Suppressor)> suppressors = _inlineDockerfiles.Run(project, reader, sink);
        if (model.Project.Allowance.IsExhausted || model.Project.Environment.IsCut)
        {
            sink.Notifications.Add(
                new Notification(
                    RuleDescriptors.LimitReached,
                    LimitReachedMessages.Default(
                        model.File.Path,
                        reader.Project.Budget.MaxExpandedCharacters.ToString(CultureInfo.InvariantCulture)
                    ),
                    model.File.Path,
                    Location: null
                )
            );
        }

        return new ProjectFindings(
            sink.Diagnostics.ToLookup(diagnostic => diagnostic.Location.File.Path, StringComparer.Ordinal),
            [
                .. sink.Diagnostics.Select(diagnostic =>
                    (diagnostic.Rule.Id, diagnostic.Location.File.Path, diagnostic.Location.Span)
                ),
            ],
            [.. sink.Elsewhere],
            [.. sink.Notifications],
            [.. model.FilePaths.Concat(files.Instead).Distinct(StringComparer.Ordinal)],
            dockerfiles,
            suppressors
        );
    }

    /// <summary>What there is to say of a project.</summary>
    /// <param name="Diagnostics">By the file that they lie in.</param>
    /// <param name="Places">Their rules and places.</param>
    /// <param name="Elsewhere">What it says about text of files that are not its own, each with that text.</param>
    /// <param name="Notifications">Those of all files.</param>
    /// <param name="FilePaths">The Compose files that belong to the project, or that are loaded in its place.</param>
    /// <param name="Dockerfiles">The Dockerfiles that its services are built from.</param>
    /// <param name="Suppressors">The suppressing comments of Dockerfiles in its files.</param>
    private sealed record ProjectFindings(
        ILookup<string, Diagnostic> Diagnostics,
        HashSet<(string Rule, string Path, TextSpan Span)> Places,
        ImmutableArray<(Diagnostic Diagnostic, SourceSpan Written)> Elsewhere,
        ImmutableArray<Notification> Notifications,
        ImmutableArray<string> FilePaths,
        ImmutableArray<string> Dockerfiles,
        ImmutableArray<(string Path, Suppressor Suppressor)> Suppressors
    );
}
