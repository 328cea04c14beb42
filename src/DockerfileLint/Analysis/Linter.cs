using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Compose.Schema;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Lints files: parses, builds the semantic model, runs the rules, applies severities and suppressions. Safe to use
/// from several threads.
/// </summary>
public sealed class Linter
{
    private readonly DockerfileRuleRunner _dockerfileRules;
    private readonly ComposeRuleRunner _composeRules;
    private readonly SuppressionEngine _suppressions;

    /// <summary>Creates a linter.</summary>
    /// <param name="options">How to lint, or <c>null</c> for the default preset.</param>
    public Linter(LintOptions? options = null)
    {
        Options = options ?? new LintOptions();
        _dockerfileRules = new DockerfileRuleRunner(Options.Rules);
        _composeRules = new ComposeRuleRunner(Options);
        _suppressions = new SuppressionEngine(Options);
    }

    /// <summary>How this linter lints.</summary>
    public LintOptions Options { get; }

    /// <summary>Lints one file. Never fails on its content; a rule that crashes becomes a notification.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">Its language.</param>
    /// <param name="files">
    /// The files beside it, such as <c>.dockerignore</c>, <c>.env</c> and the other files of a Compose project, or
    /// <c>null</c> where nothing is known of them: then rules that need them say nothing.
    /// </param>
    public FileResult Lint(SourceFile file, FileKind kind, ISourceFiles? files = null) =>
        Analyze(file, kind, files).Complete();

    /// <summary>
    /// Lints one file up to the point where another program may have its say about the scripts in it.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">Its language.</param>
    /// <param name="files">The files beside it, as for <see cref="Lint"/>.</param>
    [Experimental(ExperimentalApi.Id)]
    public FileAnalysis Analyze(SourceFile file, FileKind kind, ISourceFiles? files = null)
    {
        if (file is null)
        {
            throw new ArgumentNullException(nameof(file));
        }

        var sink = new DiagnosticSink(file, Options.Rules);
        ImmutableArray<string> furtherFiles = [];
        DockerfileModel? model = null;
        List<Suppressor> suppressors =
            kind == FileKind.Compose
                ? LintCompose(file, files, sink, out furtherFiles)
                : LintDockerfile(file, files, sink, out model);
        return new FileAnalysis(model, report => Complete(file, kind, sink, suppressors, furtherFiles, report));
    }

    private FileResult Complete(
        SourceFile file,
        FileKind kind,
        DiagnosticSink sink,
        List<Suppressor> suppressors,
        ImmutableArray<string> furtherFiles,
        ShellCheckReport? report
    )
    {
        if (report is not null)
        {
            foreach (ShellCheckFinding finding in report.Findings)
            {
                sink.AddExternal(finding);
            }
        }

        Supersede(sink.Diagnostics);
        if (Options.HonourInlineSuppressions)
        {
            _suppressions.Apply(file, suppressors, sink, report is not null);
        }

        List<Diagnostic> diagnostics = sink.Diagnostics;
        diagnostics.Sort(Compare);
        Fingerprints.Apply(diagnostics);
        return new FileResult
        {
            Path = file.Path,
            Kind = kind,
            File = file,
            Diagnostics = [.. diagnostics],
            Notifications = [.. sink.Notifications],
            FurtherFiles = furtherFiles,
            ShellCheckVersion = report?.Version,
        };
    }

    private List<Suppressor> LintDockerfile(
        SourceFile file,
        ISourceFiles? files,
        DiagnosticSink sink,
        out DockerfileModel model
    )
    {
        DockerfileSyntaxTree tree = DockerfileSyntaxTree.Parse(file);
        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            sink.Add(diagnostic);
        }

        List<Suppressor> suppressors = Options.HonourInlineSuppressions
            ? DockerfileSuppressions.Find(tree).FindAll(IsHonoured)
            : [];
        DockerfileRuleRunner rules = GetRunner(suppressors, sink);
        model = DockerfileModel.Create(tree, files);
        foreach (Diagnostic diagnostic in model.GetDiagnostics())
        {
            sink.Add(diagnostic);
        }

        rules.Run(model, sink);
        SuppressionEngine.ReportInline(tree, sink);
        if (sink.RuleSet != Options.Rules)
        {
            // A comment above an instruction turns a check on for that instruction alone.
            sink.Diagnostics.RemoveAll(diagnostic =>
                diagnostic.Rule.IsExperimental
                && !Options.Rules.IsEnabled(diagnostic.Rule)
                && !suppressors.Exists(suppressor =>
                    suppressor.Enables(diagnostic.Rule) && suppressor.Coverage.Contains(diagnostic.Location.Span)
                )
            );
        }

        return suppressors;
    }

    private bool IsHonoured(Suppressor suppressor) => (Options.SuppressionDialects & suppressor.Comment.Dialect) != 0;

    /// <summary>The rules that run on a file: it may turn on experimental ones.</summary>
    private DockerfileRuleRunner GetRunner(List<Suppressor> suppressors, DiagnosticSink sink)
    {
        RuleSet rules = Options.Rules;
        foreach (Suppressor suppressor in suppressors)
        {
            if (!suppressor.Comment.Experimental.IsEmpty)
            {
                rules = Options
                    .Rules.Descriptors.Where(suppressor.Enables)
                    .Aggregate(rules, (current, rule) => current.EnableExperimental(rule));
            }
        }

        if (rules == Options.Rules)
        {
            return _dockerfileRules;
        }

        sink.RuleSet = rules;
        return new DockerfileRuleRunner(rules);
    }

    private List<Suppressor> LintCompose(
        SourceFile file,
        ISourceFiles? files,
        DiagnosticSink sink,
        out ImmutableArray<string> furtherFiles
    )
    {
        YamlSyntaxTree tree = YamlSyntaxTree.Parse(file);
        foreach (Diagnostic diagnostic in tree.Diagnostics)
        {
            sink.Add(diagnostic);
        }

        ComposeModel model = ComposeModel.Create(tree, files, Options.Compose);
        foreach (
            Diagnostic diagnostic in model.GetDiagnostics().Concat(ComposeSchemaChecker.Check(model, Options.Target))
        )
        {
            sink.Add(diagnostic);
        }

        sink.Notifications.AddRange(model.Notifications);
        furtherFiles = [.. model.FurtherFiles];
        _composeRules.Run(model, sink);
        return Options.HonourInlineSuppressions ? YamlSuppressions.Find(tree).FindAll(IsHonoured) : [];
    }

    /// <summary>Drops findings where a more specific rule reports the same span.</summary>
    private static void Supersede(List<Diagnostic> diagnostics)
    {
        HashSet<(string Rule, TextSpan Span)>? superseded = null;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            foreach (string rule in diagnostic.Rule.Supersedes)
            {
                superseded ??= [];
                superseded.Add((rule, diagnostic.Location.Span));
            }
        }

        if (superseded is not null)
        {
            diagnostics.RemoveAll(diagnostic => superseded.Contains((diagnostic.Rule.Id, diagnostic.Location.Span)));
        }
    }

    private static int Compare(Diagnostic left, Diagnostic right)
    {
        int order = left.Location.Span.CompareTo(right.Location.Span);
        order = order != 0 ? order : string.CompareOrdinal(left.Rule.Id, right.Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Message.ToString(), right.Message.ToString());
    }
}
