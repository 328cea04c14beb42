using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Hands what really runs for the services of a project to the enabled rules.</summary>
internal sealed class ProjectRuleRunner
{
    private readonly (ProjectRule Rule, RuleOptionValues Options)[] _rules;

    internal ProjectRuleRunner(LintOptions options)
    {
        _rules =
        [
            .. options
                .Rules.EnabledRules.OfType<ProjectRule>()
                .Where(rule => (rule.Elements & ProjectElements.Container) != 0)
                .Select(rule => (rule, options.Rules.GetOptions(rule.Descriptor))),
        ];
    }

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal void Run(ProjectModel project, DiagnosticSink sink, CancellationToken cancellation)
    {
        var context = new Context(project, sink, cancellation);
        foreach (EffectiveContainer container in project.Containers)
        {
            // A service whose file has a project of its own is judged there.
            if (
                container.Service.Entry.Value is not ComposeMapping { IsMerged: false } value
                || project.Compose.Project.Reader.IsOwn(value.File)
            )
            {
                Visit(container, context, sink, cancellation);
            }
        }
    }

    private void Visit(
        EffectiveContainer container,
        Context context,
        DiagnosticSink sink,
        CancellationToken cancellation
    )
    {
        context.Enter(container);
        foreach ((ProjectRule rule, RuleOptionValues options) in _rules)
        {
            cancellation.ThrowIfCancellationRequested();
            if (sink.Crashed(options.Rule))
            {
                continue;
            }

            context.Running = options;
            try
            {
                rule.VisitContainer(container, context);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                sink.Crash(options.Rule, exception);
            }
        }
    }

    private sealed class Context(ProjectModel project, DiagnosticSink sink, CancellationToken cancellation)
        : ProjectRuleContext(project, cancellation)
    {
        /// <summary>The rule that is running, and its options.</summary>
        internal RuleOptionValues Running { get; set; } = null!;

        internal override RuleOptionValues Options => Running;

        private string _service = "";

        internal void Enter(EffectiveContainer container) => _service = container.Name;

        private protected override void ReportCore(
            SourceSpan span,
            DiagnosticMessage message,
            string? tier,
            ImmutableArray<RelatedLocation> related,
            ImmutableArray<RelatedLocation> flow
        )
        {
            if (Project.Compose.Project.Reader.IsOwn(span.File))
            {
                sink.Report(
                    Options.Rule,
                    span,
                    message,
                    tier,
                    related,
                    new LogicalLocation(_service, $"services.{_service}", "object"),
                    flow
                );
            }
        }
    }
}
