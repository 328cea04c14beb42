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
    private readonly (ComposeRule Rule, RuleOptionValues Options)[] _grantRules;

    internal ComposeRuleRunner(LintOptions options)
    {
        _options = options;
        _projectRules = Select(options, ComposeElements.Project);
        _fileRules = Select(options, ComposeElements.File);
        _serviceRules = Select(options, ComposeElements.Service);
        _grantRules = [.. _serviceRules.Where(entry => entry.Rule is GrantRule)];
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
            context.Enter(service);
            Visit(_serviceRules, service);
            if (_grantRules.Length > 0 && service.WithOpenVariablesUnset() is { } unset)
            {
                context.EnterAgain();
                Visit(_grantRules, unset);
            }
        }

        void Visit((ComposeRule Rule, RuleOptionValues Options)[] rules, Service service) =>
            Run(rules, service, context, sink, static (rule, node, c) => rule.VisitService(node, c), cancellation);
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
            if (sink.HasCrashed(options.Rule))
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
                sink.Crash(options.Rule, exception);
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
        private int _firstDiagnostic;
        private HashSet<(string Rule, SourceSpan Span)>? _earlier;

        internal void Enter(Service service)
        {
            _service = service;
            _firstDiagnostic = sink.Diagnostics.Count;
            _earlier = null;
            _location = new LogicalLocation(service.Name, $"services.{service.Name}", "object");
        }

        /// <summary>
        /// From now on the service is visited without the variables that files leave open: only what is said beyond
        /// the first visit counts, and rests on that.
        /// </summary>
        internal void EnterAgain()
        {
            _earlier = [];
            for (int i = _firstDiagnostic; i < sink.Diagnostics.Count; i++)
            {
                Diagnostic diagnostic = sink.Diagnostics[i];
                _earlier.Add((diagnostic.Rule.Id, new SourceSpan(diagnostic.Location.File, diagnostic.Location.Span)));
            }
        }

        private protected override void ReportCore(
            SourceSpan span,
            DiagnosticMessage message,
            string? tier,
            ImmutableArray<RelatedLocation> related
        )
        {
            if (
                !Model.Project.Reader.IsOwn(span.File)
                || (_earlier is not null && !_earlier.Add((Options.Rule.Id, span)))
            )
            {
                return;
            }

            if (_earlier is not null)
            {
                related = related.Insert(0, new RelatedLocation(span, OpenVariables.Describe(span.GetText())));
            }

            if (_service?.FindUse(span) is { } use)
            {
                related = related.Add(
                    new RelatedLocation(use, $"Service '{_service.Name}' takes the value from there.")
                );
            }

            sink.Report(Options.Rule, span, message, tier, related, _location);
        }
    }
}
