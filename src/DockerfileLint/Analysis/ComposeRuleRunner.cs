using System.Collections.Immutable;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Analysis;

/// <summary>Walks the effective services of a Compose file once and hands each one to the enabled rules.</summary>
internal sealed class ComposeRuleRunner
{
    private readonly LintOptions _options;
    private readonly ComposeRule[] _serviceRules;

    internal ComposeRuleRunner(LintOptions options)
    {
        _options = options;
        _serviceRules = [.. options.Rules.EnabledRules.OfType<ComposeRule>().Where(rule => (rule.Elements & ComposeElements.Service) != 0)];
    }

    internal void Run(ComposeModel model, DiagnosticSink sink)
    {
        var context = new Context(model, _options, sink);
        foreach (Service service in model.Services)
        {
            context.Enter(service);
            foreach (ComposeRule rule in _serviceRules)
            {
                if (sink.Start(rule.Descriptor))
                {
                    try
                    {
                        rule.VisitService(service, context);
                    }
                    catch (Exception exception) when (exception is not OperationCanceledException)
                    {
                        sink.Crash(exception);
                    }
                }
            }
        }
    }

    private sealed class Context(ComposeModel model, LintOptions options, DiagnosticSink sink) : ComposeRuleContext(model, options.Target)
    {
        private Service _service = null!;
        private LogicalLocation? _location;

        internal void Enter(Service service)
        {
            _service = service;
            _location = new LogicalLocation(service.Name, $"services.{service.Name}", "object");
        }

        public override void Report(TextSpan span, DiagnosticMessage message, string? tier = null, ImmutableArray<RelatedLocation> related = default)
        {
            // In a project of several files nobody can tell which one a bare span belongs to.
            if (Model.FurtherFiles.Count == 0)
            {
                sink.Report(span, message, tier, related, _location);
            }
        }

        public override void Report(SourceSpan span, DiagnosticMessage message, string? tier = null, ImmutableArray<RelatedLocation> related = default)
        {
            if (span.File.Path != File.Path)
            {
                return;
            }

            if (_service.FindUse(span) is { } use)
            {
                related = (related.IsDefault ? [] : related).Add(new RelatedLocation(new Location(use), $"Service '{_service.Name}' takes the value from there."));
            }

            sink.Report(span, message, tier, related, _location);
        }

        public override string GetOption(string name) => options.Rules.GetOption(sink.Current, name);
    }
}
