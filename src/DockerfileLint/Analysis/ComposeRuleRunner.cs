using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>
/// Hands a Compose project, each of its files and each of its effective services to the enabled rules.
/// </summary>
internal sealed class ComposeRuleRunner
{
    private readonly LintOptions _options;
    private readonly (ComposeRule Rule, RuleOptionValues Options)[] _projectRules;
    private readonly (ComposeRule Rule, RuleOptionValues Options)[] _fileRules;
    private readonly (ComposeRule Rule, RuleOptionValues Options)[] _serviceRules;

    internal ComposeRuleRunner(LintOptions options)
    {
        _options = options;
        _projectRules = Select(options, ComposeElements.Project);
        _fileRules = Select(options, ComposeElements.File);
        _serviceRules = Select(options, ComposeElements.Service);
    }

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal void Run(ComposeModel model, DiagnosticSink sink, CancellationToken cancellation)
    {
        var context = new Context(model, _options, sink);
        Run(_projectRules, model, context, sink, static (rule, node, c) => rule.VisitProject(node, c), cancellation);
        foreach (ComposeFileSyntax file in model.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            Run(_fileRules, file, context, sink, static (rule, node, c) => rule.VisitFile(node, c), cancellation);
        }

        foreach (Service service in model.Services)
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                service.Entry.Value is ComposeMapping { IsMerged: false } value
                && !model.Project.Reader.IsOwn(value.File)
            )
            {
                // All of it lies in a file that has a project of its own.
                continue;
            }

            context.Enter(service);
            Run(
                _serviceRules,
                service,
                context,
                sink,
                static (rule, node, c) => rule.VisitService(node, c),
                cancellation
            );
        }
    }

    private static void Run<T>(
        (ComposeRule Rule, RuleOptionValues Options)[] rules,
        T node,
        Context context,
        DiagnosticSink sink,
        Action<ComposeRule, T, ComposeRuleContext> visit,
        CancellationToken cancellation
    )
    {
        foreach ((ComposeRule rule, RuleOptionValues options) in rules)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!sink.Start(rule.Descriptor))
            {
                continue;
            }

            context.Options = options;

            try
            {
                visit(rule, node, context);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                sink.Crash(exception);
            }
        }
    }

    private static (ComposeRule Rule, RuleOptionValues Options)[] Select(
        LintOptions options,
        ComposeElements element
    ) =>
        [
            .. options
                .Rules.EnabledRules.OfType<ComposeRule>()
                .Where(rule => (rule.Elements & element) != 0)
                .Select(rule => (rule, options.Rules.GetOptions(rule.Descriptor))),
        ];

    private sealed class Context(ComposeModel model, LintOptions options, DiagnosticSink sink)
        : ComposeRuleContext(model, options.Target)
    {
        private Service? _service;
        private LogicalLocation? _location;

        internal void Enter(Service service)
        {
            _service = service;
            _location = new LogicalLocation(service.Name, $"services.{service.Name}", "object");
        }

        private protected override void ReportCore(
            SourceSpan span,
            DiagnosticMessage message,
            string? tier,
            ImmutableArray<RelatedLocation> related
        )
        {
            if (!Model.Project.Reader.IsOwn(span.File))
            {
                return;
            }

            if (_service?.FindUse(span) is { } use)
            {
                related = related.Add(
                    new RelatedLocation(use, $"Service '{_service.Name}' takes the value from there.")
                );
            }

            sink.Report(span, message, tier, related, _location);
        }
    }
}
