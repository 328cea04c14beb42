using System.Globalization;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Analysis.Suppressions;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Judges Dockerfiles.</summary>
internal sealed class DockerfileAnalyzer(LintOptions options) : DocumentAnalyzer(options)
{
    private readonly DockerfileConsumers _consumers = new(options);
    private readonly DockerfileRuleRunner _rules = new(options.Rules, new DockerfileConsumers(options));

    internal override FileAnalysis Analyze(SourceFile file, ProjectReader reader)
    {
        DockerfileModel model = GetModel(file.Path, reader).For(Options.Build, reader.Cancellation);
        DockerfileSyntaxTree tree = model.Tree;
        int limit = reader.Project.Budget.MaxFindings;
        List<Suppressor> suppressors = FindSuppressors(Language.Dockerfile, tree, limit, out Notification? cut);
        RuleSet rules = GetRules(suppressors);
        var sink = new DiagnosticSink(file, limit);
        if (cut is not null)
        {
            sink.Notifications.Add(cut);
        }

        sink.Diagnostics.AddRange(tree.Diagnostics);
        sink.Diagnostics.AddRange(model.GetDiagnostics(reader.Cancellation));
        reader.Project.Counters.CountWalk();
        DockerfileRuleRunner runner = rules == Options.Rules ? _rules : new DockerfileRuleRunner(rules, _consumers);
        runner.Run(model, reader, sink);
        ReportInlineSuppressions(tree, rules, limit, sink);
        if (rules != Options.Rules)
        {
            // A comment above an instruction turns a check on for that instruction alone.
            var enabled = new Dictionary<string, SuppressionIndex>(StringComparer.Ordinal);
            sink.Diagnostics.RemoveAll(diagnostic =>
                diagnostic.Rule.IsExperimental
                && !Options.Rules.IsEnabled(diagnostic.Rule)
                && !IsEnabled(diagnostic, suppressors, enabled)
            );
        }

        if (tree.Cut != DockerfileCut.None)
        {
            sink.Notifications.Add(
                new Notification(
                    RuleDescriptors.LimitReached,
                    tree.Cut == DockerfileCut.Words
                        ? LimitReachedMessages.Words(
                            file.Path,
                            reader.Project.Budget.MaxWords.ToString(CultureInfo.InvariantCulture)
                        )
                        : LimitReachedMessages.Instructions(
                            file.Path,
                            reader.Project.Budget.MaxInstructions.ToString(CultureInfo.InvariantCulture)
                        ),
                    file.Path,
                    Location: null
                )
            );
        }

        if (model.HasCutScripts)
        {
            sink.Notifications.Add(
                new Notification(
                    RuleDescriptors.LimitReached,
                    LimitReachedMessages.Scripts(
                        file.Path,
                        AnalysisBudget.MaxScriptedLength.ToString(CultureInfo.InvariantCulture)
                    ),
                    file.Path,
                    Location: null
                )
            );
        }

        return new FileAnalysis(file.Path, Language.Dockerfile, file, rules)
        {
            MaxFindings = reader.Project.Budget.MaxFindings,
            Diagnostics = [.. sink.Diagnostics],
            Notifications = [.. sink.Notifications],
            Suppressors = suppressors,
            Model = model,
        };
    }

    /// <summary>The model of a Dockerfile that was found, as a build without a request has it.</summary>
    internal static DockerfileModel GetModel(string path, ProjectReader reader) =>
        reader
            .GetDocument(path)
            .GetModel(
                Language.Dockerfile,
                static (tree, budget, cancellation) =>
                    DockerfileModel.Create((DockerfileSyntaxTree)tree, budget, cancellation),
                reader.Cancellation
            );

    /// <summary>The rules that run on a file: its comments may turn on experimental ones.</summary>
    private RuleSet GetRules(List<Suppressor> suppressors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Suppressor suppressor in suppressors)
        {
            foreach (NamedSpan named in suppressor.Comment.Experimental)
            {
                names.Add(named.Name);
            }
        }

        return names.Count == 0
            ? Options.Rules
            : Options
                .Rules.Descriptors.Where(rule => Suppressor.IsExperimentalCheck(rule, names))
                .Aggregate(Options.Rules, (current, rule) => current.EnableExperimental(rule));
    }

    /// <summary>Whether a comment turns a check on where its diagnostic lies.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="suppressors">The comments.</param>
    /// <param name="indexes">For each rule the places of those that turn it on, made when it is first met.</param>
    private static bool IsEnabled(
        Diagnostic diagnostic,
        List<Suppressor> suppressors,
        Dictionary<string, SuppressionIndex> indexes
    )
    {
        RuleDescriptor rule = diagnostic.Rule;
        if (!indexes.TryGetValue(rule.Id, out SuppressionIndex? index))
        {
            index = new SuppressionIndex(suppressors.Where(suppressor => suppressor.Enables(rule)));
            indexes.Add(rule.Id, index);
        }

        return index.Covers(diagnostic.Location.Span);
    }

    /// <summary>
    /// Reports the comments that suppress findings of the instruction below them, where somebody wants to know.
    /// </summary>
    private static void ReportInlineSuppressions(
        DockerfileSyntaxTree tree,
        RuleSet rules,
        int limit,
        DiagnosticSink sink
    )
    {
        RuleDescriptor rule = RuleDescriptors.InlineSuppression;
        if (!rules.IsEnabled(rule))
        {
            return;
        }

        bool isHadolint = rules.GetBehaviour(rule) == RuleBehaviour.Hadolint;
        foreach (SuppressionComment comment in DockerfileSuppressions.FindInline(tree, new SuppressionAllowance(limit)))
        {
            if (!isHadolint || comment.Dialect == SuppressionDialects.Hadolint)
            {
                sink.Diagnostics.Add(
                    new Diagnostic(
                        rule,
                        new Location(new SourceSpan(tree.File, comment.Span)),
                        InlineSuppressionMessages.Default(tree.Text.ToString(comment.Span))
                    )
                );
            }
        }
    }
}
