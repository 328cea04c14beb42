using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Projects;
using DockerfileLint.Text;

namespace DockerfileLint.Rules;

/// <summary>What a rule may ask and say while it visits a project.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ProjectRuleContext : RuleContext
{
    private protected ProjectRuleContext(ProjectModel project, CancellationToken cancellation)
        : base(cancellation)
    {
        Project = project;
    }

    /// <summary>The project.</summary>
    public ProjectModel Project { get; }

    /// <summary>Reports a finding that several places bring about.</summary>
    /// <param name="span">The offending text in a Compose file, as tight as possible.</param>
    /// <param name="message">A message of the rule.</param>
    /// <param name="steps">How it comes about, from the service to the deciding text.</param>
    /// <param name="tier">One of the rule's tiers, or <c>null</c>.</param>
    public void Report(
        SourceSpan span,
        DiagnosticMessage message,
        ImmutableArray<FactStep> steps,
        string? tier = null
    ) =>
        ReportCore(
            span,
            message,
            tier,
            [.. steps.Where(step => step.Span != span).Select(ToLocation)],
            [.. steps.Select(ToLocation)]
        );

    private static RelatedLocation ToLocation(FactStep step) => new(step.Span, step.Message);

    private protected override void ReportCore(
        SourceSpan span,
        DiagnosticMessage message,
        string? tier,
        ImmutableArray<RelatedLocation> related
    ) => ReportCore(span, message, tier, related, flow: []);

    private protected abstract void ReportCore(
        SourceSpan span,
        DiagnosticMessage message,
        string? tier,
        ImmutableArray<RelatedLocation> related,
        ImmutableArray<RelatedLocation> flow
    );
}
