using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis.Audits;
using DockerfileLint.Analysis.External;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Analysis.Stages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Lints projects: has the parsers and the rules judge each file, applies severities and suppressions. Keeps nothing
/// between calls but what lies in the project. Safe to use from several threads.
/// </summary>
public sealed class Linter
{
    private readonly DocumentAnalyzer[] _analyzers;

    /// <summary>Creates a linter.</summary>
    /// <param name="options">How to lint, or <c>null</c> for the default preset.</param>
    public Linter(LintOptions? options = null)
    {
        Options = options ?? new LintOptions();
        _analyzers = [.. Language.All.Select(language => language.CreateAnalyzer(Options))];
    }

    /// <summary>How this linter lints.</summary>
    public LintOptions Options { get; }

    /// <summary>
    /// Lints the documents of a project, and the Compose files that these name. Never fails on their content; a rule
    /// that crashes becomes a notification.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the run; what was made until then stays with the project.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public LintResult Lint(Project project, CancellationToken cancellation = default)
    {
        if (project is null)
        {
            throw new ArgumentNullException(nameof(project));
        }

        var analyses = new SortedDictionary<string, FileAnalysis>(StringComparer.Ordinal);
        var pending = new Queue<(string Path, Language? Language)>(
            project.Paths.Select(path => (path, (Language?)null))
        );
        while (pending.Count > 0)
        {
            (string path, Language? language) = pending.Dequeue();
            if (analyses.ContainsKey(path))
            {
                continue;
            }

            FileAnalysis analysis = Analyze(project, path, language, cancellation);
            analyses.Add(path, analysis);
            foreach (string further in analysis.FurtherFiles)
            {
                if (project.Find(further, cancellation).Status != SourceFileStatus.Missing)
                {
                    pending.Enqueue((further, Language.Compose));
                }
            }

            foreach (string further in analysis.FurtherDockerfiles)
            {
                // Of a file that nobody knows nothing is said; one that cannot be read has a reason.
                if (
                    project.Find(further, cancellation)
                    is { Status: SourceFileStatus.Found }
                        or { Status: SourceFileStatus.Unknown, Detail: not null }
                        or { Reason: not (UnreadableReason.Other or UnreadableReason.NotFound) }
                )
                {
                    pending.Enqueue((further, Language.Dockerfile));
                }
            }
        }

        return new LintResult(Complete([.. analyses.Values], cancellation));
    }

    /// <summary>Lints one file of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="path">The file, whether it is a document of the project or lies beside them.</param>
    /// <param name="language">The language, or <c>null</c> where path and text say it.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public FileResult Lint(
        Project project,
        string path,
        Language? language = null,
        CancellationToken cancellation = default
    ) => Complete([Analyze(project, path, language, cancellation)], cancellation)[0];

    /// <summary>Lints a text of which nothing is known but its path.</summary>
    /// <param name="path">The path, relative and with <c>/</c>; it says the language, or else the text does.</param>
    /// <param name="text">The text.</param>
    public FileResult Lint(string path, string text) => Lint(Project.Create().WithDocument(path, text), path);

    /// <summary>
    /// Lints a project as <see cref="Lint(Project, CancellationToken)"/> does, and audits its services: what isolates
    /// each, and how hard that makes it.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellation">Ends the run; what was made until then stays with the project.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    [Experimental(ExperimentalApi.Id)]
    public AuditResult Audit(Project project, CancellationToken cancellation = default)
    {
        LintResult linted = Lint(project, cancellation);
        return AuditResult.Create(
            linted.Files.Select(file => Audit(project, file.Path, file.Language, cancellation)).OfType<ProjectAudit>(),
            linted.Files
        );
    }

    /// <summary>
    /// What the audit of one file gives; <c>null</c> where it is no project's first, or there is nothing to audit.
    /// </summary>
    internal ProjectAudit? Audit(Project project, string path, Language language, CancellationToken cancellation) =>
        project.Find(path, cancellation).File is { } file
            ? ProjectAuditor.Audit(file, language, Options, new ProjectReader(project, cancellation, remembers: false))
            : null;

    /// <summary>Has the parsers and the rules judge one file of a project, once for a snapshot.</summary>
    /// <param name="project">The project.</param>
    /// <param name="path">The file.</param>
    /// <param name="language">The language, or <c>null</c> where path and text say it.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    [Experimental(ExperimentalApi.Id)]
    public FileAnalysis Analyze(
        Project project,
        string path,
        Language? language = null,
        CancellationToken cancellation = default
    )
    {
        if (project is null)
        {
            throw new ArgumentNullException(nameof(project));
        }

        language ??= project.GetLanguage(path, cancellation);
        SourceFileLookup content = project.Find(path, cancellation);
        if (content.File is not { } file)
        {
            return new FileAnalysis(path, language ?? Language.Dockerfile, file: null, Options.Rules)
            {
                Notifications =
                [
                    FileResult.ExplainUnreadable(path, content.Reason, content.Detail ?? "", project.Budget),
                ],
            };
        }

        DocumentAnalyzer analyzer = _analyzers[(language ?? Language.FromText(file.Text)).Index];
        return new ProjectReader(project, cancellation, remembers: false).Get(
            path,
            analyzer,
            reader => analyzer.Analyze(file, reader)
        );
    }

    /// <summary>
    /// Makes the result of a file: a function of its arguments, which may be called any number of times.
    /// </summary>
    /// <param name="analysis">The file as far as the rules go.</param>
    /// <param name="report">What another program says of it, or <c>null</c> where none was asked.</param>
    /// <param name="cancellation">Ends the making.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    [Experimental(ExperimentalApi.Id)]
    public FileResult Complete(
        FileAnalysis analysis,
        ExternalReport? report = null,
        CancellationToken cancellation = default
    )
    {
        if (analysis is null)
        {
            throw new ArgumentNullException(nameof(analysis));
        }

        ExternalReport external = report ?? ExternalReport.None;
        IEnumerable<Diagnostic> diagnostics = external.Diagnostics.IsEmpty
            ? analysis.Diagnostics
            : analysis.Diagnostics.Concat(external.Diagnostics);
        cancellation.ThrowIfCancellationRequested();
        List<RatedDiagnostic> rated = SupersessionStage.Supersede(
            SeverityStage.Rate(diagnostics, analysis.Rules),
            cancellation
        );
        List<JudgedDiagnostic> judged = SuppressionStage.Judge(
            rated,
            analysis,
            Options,
            isShellChecked: external.Version is not null,
            cancellation
        );
        CancellableSort.Sort(judged, InTextOrder, cancellation);
        judged = RepetitionStage.Merge(judged, analysis, cancellation);
        int count = judged.Count;
        if (count > analysis.MaxFindings)
        {
            judged = FindingLimitStage.Limit(judged, analysis.MaxFindings, cancellation);
            CancellableSort.Sort(judged, InTextOrder, cancellation);
        }

        return new FileResult
        {
            Path = analysis.Path,
            Language = analysis.Language,
            File = analysis.File,
            Findings = FingerprintStage.Identify(judged, cancellation),
            Notifications =
            [
                .. analysis.Notifications,
                .. external.Notifications,
                .. FindingLimitStage.Explain(analysis, count),
            ],
            FurtherFiles = analysis.FurtherFiles,
            FurtherDockerfiles = analysis.FurtherDockerfiles,
            ShellCheckVersion = external.Version,
        };
    }

    private ImmutableArray<FileResult> Complete(FileAnalysis[] analyses, CancellationToken cancellation)
    {
        IReadOnlyList<ExternalReport>? reports = Options.ExternalAnalyzer?.Analyze(analyses, cancellation);
        return [.. analyses.Select((analysis, index) => Complete(analysis, reports?[index], cancellation))];
    }

    private static int InTextOrder(JudgedDiagnostic x, JudgedDiagnostic y)
    {
        Diagnostic left = x.Diagnostic;
        Diagnostic right = y.Diagnostic;
        int order = left.Location.Span.CompareTo(right.Location.Span);
        order = order != 0 ? order : string.CompareOrdinal(left.Rule.Id, right.Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Message.ToString(), right.Message.ToString());
    }
}
