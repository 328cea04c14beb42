using System.Collections.Immutable;
using System.Globalization;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Syntax.Compose;
using DockerfileLint.Syntax.Yaml;
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
    internal void Run(ComposeModel model, ProjectModel project, DiagnosticSink sink, CancellationToken cancellation)
    {
        var context = new Context(model, project, _options, sink, cancellation);
        Run(_projectRules, model, context, sink, static (rule, node, c) => rule.VisitProject(node, c), cancellation);
        foreach (ComposeFileSyntax file in model.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            Run(_fileRules, file, context, sink, static (rule, node, c) => rule.VisitFile(node, c), cancellation);
        }

        var included = new IncludedServices(model);
        int includedLength = 0;
        foreach (Service service in model.Services)
        {
            cancellation.ThrowIfCancellationRequested();
            context.Enter(service);

            // Of a service whose file has a project of its own, only what this project adds to it can be news.
            bool isOwn = model.Project.Reader.IsOwn(service.Value.File);
            if (!isOwn && (included.AreUnchanged(service) || !TryTake(service)))
            {
                continue;
            }

            bool isMerged = service.Entry.Value is not ComposeMapping { IsMerged: false };
            Visit(isOwn || isMerged ? _serviceRules : _grantRules, service);
            if (_grantRules.Length > 0)
            {
                VisitAgain(service, OpenVariables.Unset);
                VisitAgain(service, OpenVariables.FromAbove);
            }
        }

        if (includedLength > AnalysisBudget.MaxIncludedLength)
        {
            sink.Notifications.Add(
                new Notification(
                    RuleDescriptors.LimitReached,
                    LimitReachedMessages.Included(
                        model.File.Path,
                        AnalysisBudget.MaxIncludedLength.ToString(CultureInfo.InvariantCulture)
                    ),
                    model.File.Path,
                    Location: null
                )
            );
        }

        bool TryTake(Service service)
        {
            includedLength = Math.Min(
                includedLength + service.Name.Length + service.Value.Syntax.Span.Length,
                int.MaxValue / 2
            );
            return includedLength <= AnalysisBudget.MaxIncludedLength;
        }

        void VisitAgain(Service service, OpenVariables open)
        {
            if (service.With(open) is { } other)
            {
                context.EnterAgain(open);
                Visit(_grantRules, other);
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
            if (sink.Crashed(options.Rule))
            {
                continue;
            }

            context.Running = options;
            context.IsGrant = rule is GrantRule;
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

    private sealed class Context(
        ComposeModel model,
        ProjectModel project,
        LintOptions options,
        DiagnosticSink sink,
        CancellationToken cancellation
    ) : ComposeRuleContext(model, project, options.Target, cancellation)
    {
        /// <summary>The rule that is running, and its options.</summary>
        internal RuleOptionValues Running { get; set; } = null!;

        internal override RuleOptionValues Options => Running;

        private Service? _service;
        private LogicalLocation? _location;
        private int _firstDiagnostic;
        private HashSet<(string Rule, SourceSpan Span)>? _earlier;
        private OpenVariables _open;

        /// <summary>Whether the running rule judges what a service is given.</summary>
        internal bool IsGrant { get; set; }

        internal void Enter(Service service)
        {
            _service = service;
            _firstDiagnostic = sink.Diagnostics.Count;
            _earlier = null;
            _location = new LogicalLocation(service.Name, $"services.{service.Name}", "object");
        }

        /// <summary>
        /// From now on the service is visited with another reading of the variables that files leave open: only what
        /// is said beyond the earlier visits counts, and rests on that.
        /// </summary>
        internal void EnterAgain(OpenVariables open)
        {
            _open = open;
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
            if (_earlier is not null && !_earlier.Add((Options.Rule.Id, span)))
            {
                return;
            }

            if (_earlier is not null)
            {
                related = related.Insert(0, new RelatedLocation(span, Describe(span)));
            }

            if (!Model.Project.Reader.IsOwn(span.File))
            {
                if (IsGrant && DependsOnProject(span) && FindOwnPlace(span) is { } place)
                {
                    sink.ReportElsewhere(Options.Rule, place, span, message, tier, related, _location);
                }

                return;
            }

            if (_service?.FindUse(span) is { } use)
            {
                related = related.Add(
                    new RelatedLocation(use, $"Service '{_service.Name}' takes the value from there.")
                );
            }

            sink.Report(Options.Rule, span, message, tier, related, _location);
        }

        /// <summary>
        /// Where a file of the project's own brings in what is written in another one; <c>null</c> where none does.
        /// </summary>
        private SourceSpan? FindOwnPlace(SourceSpan written)
        {
            if (_service is not { } service)
            {
                return null;
            }

            ComposeOrigin? via = service.Value.Via;
            while (via?.Next is not null)
            {
                via = via.Next;
            }

            SourceSpan place = service.FindUse(written) ?? via?.Span ?? service.NameSpan;
            return Model.Project.Reader.IsOwn(place.File) ? place : null;
        }

        /// <summary>
        /// Whether what is said of a text may hold in this project alone: by its variables, or by definitions and
        /// services that stand in other files.
        /// </summary>
        private bool DependsOnProject(SourceSpan written) =>
            _earlier is not null
            || Options.Rule.Category is "mounts" or "namespaces"
            || GetValueText(written).IndexOf('$') >= 0;

        private string Describe(SourceSpan span) => OpenVariableText.Describe(GetValueText(span), _open);

        /// <summary>
        /// The whole value that a place belongs to: a variable that gives nothing is no part of what is reported.
        /// </summary>
        private string GetValueText(SourceSpan span) =>
            Model.Project.Reader.Read(span.File.Path)?.Tree.FindNode(span.Span) is YamlScalarSyntax scalar
                ? scalar.ToString()
                : span.GetText();
    }
}
