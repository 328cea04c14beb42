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
    private readonly DockerfileRuleRunner _rules = new(options.Rules);

    internal override FileAnalysis Analyze(SourceFile file, ProjectReader reader)
    {
        DockerfileModel model = reader
            .GetDocument(file.Path)
            .GetModel(
                Language.Dockerfile,
                static (tree, budget, cancellation) =>
                    DockerfileModel.Create((DockerfileSyntaxTree)tree, budget, cancellation),
                reader.Cancellation
            );
        DockerfileSyntaxTree tree = model.Tree;
        List<Suppressor> suppressors = FindSuppressors(Language.Dockerfile, tree);
        RuleSet rules = GetRules(suppressors);
        var sink = new DiagnosticSink(file, reader.Project.Budget.MaxFindings);
        sink.Diagnostics.AddRange(tree.Diagnostics);
        sink.Diagnostics.AddRange(model.GetDiagnostics(reader.Cancellation));
        reader.Project.Counters.CountWalk();
        DockerfileRuleRunner runner = rules == Options.Rules ? _rules : new DockerfileRuleRunner(rules);
        runner.Run(model, reader, sink);
        ReportInlineSuppressions(tree, rules, sink);
        if (rules != Options.Rules)
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

    /// <summary>The rules that run on a file: its comments may turn on experimental ones.</summary>
    private RuleSet GetRules(List<Suppressor> suppressors)
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

        return rules;
    }

    /// <summary>
    /// Reports the comments that suppress findings of the instruction below them, where somebody wants to know.
    /// </summary>
    private static void ReportInlineSuppressions(DockerfileSyntaxTree tree, RuleSet rules, DiagnosticSink sink)
    {
        RuleDescriptor rule = RuleDescriptors.InlineSuppression;
        if (!rules.IsEnabled(rule))
        {
            return;
        }

        bool isHadolint = rules.GetBehaviour(rule) == RuleBehaviour.Hadolint;
        foreach (SuppressionComment comment in DockerfileSuppressions.FindInline(tree))
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
