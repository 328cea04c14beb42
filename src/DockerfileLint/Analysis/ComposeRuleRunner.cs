using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Hands a Compose file and then each of its effective services to the enabled rules.</summary>
internal sealed class ComposeRuleRunner
{
    private readonly LintOptions _options;
    private readonly ComposeRule[] _fileRules;
    private readonly ComposeRule[] _serviceRules;

    internal ComposeRuleRunner(LintOptions options)
    {
        _options = options;
        _fileRules = Select(options, ComposeElements.File);
        _serviceRules = Select(options, ComposeElements.Service);
    }

    internal void Run(ComposeModel model, DiagnosticSink sink)
    {
        var context = new Context(model, _options, sink);
        foreach (ComposeRule rule in _fileRules)
        {
            Run(rule, service: null, context, sink);
        }

        foreach (Service service in model.Services)
        {
            context.Enter(service);
            foreach (ComposeRule rule in _serviceRules)
            {
                Run(rule, service, context, sink);
            }
        }
    }

    private static void Run(ComposeRule rule, Service? service, Context context, DiagnosticSink sink)
    {
        if (!sink.Start(rule.Descriptor))
        {
            return;
        }

        try
        {
            if (service is null)
            {
                rule.VisitFile(context.Model, context);
            }
            else
            {
                rule.VisitService(service, context);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            sink.Crash(exception);
        }
    }

    private static ComposeRule[] Select(LintOptions options, ComposeElements element) =>
        [.. options.Rules.EnabledRules.OfType<ComposeRule>().Where(rule => (rule.Elements & element) != 0)];

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

        public override void Report(
            SourceSpan span,
            DiagnosticMessage message,
            string? tier = null,
            ImmutableArray<RelatedLocation> related = default
        )
        {
            if (span.File != File)
            {
                return;
            }

            if (_service?.FindUse(span) is { } use)
            {
                related = (related.IsDefault ? [] : related).Add(
                    new RelatedLocation(use, $"Service '{_service.Name}' takes the value from there.")
                );
            }

            sink.Report(span.Span, message, tier, related, _location);
        }

        public override string GetOption(string name) => options.Rules.GetOption(sink.Current, name);
    }
}
