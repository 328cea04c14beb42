using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Text;

namespace DockerfileLint.Rules;

/// <summary>What a rule may ask and say while it visits a Compose file.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class ComposeRuleContext : RuleContext
{
    private protected ComposeRuleContext(ComposeModel model, ComposeTarget target)
        : base(model.File)
    {
        Model = model;
        Target = target;
    }

    /// <summary>The model of the file.</summary>
    public ComposeModel Model { get; }

    /// <summary>What runs the file.</summary>
    public ComposeTarget Target { get; }

    /// <summary>
    /// Reports a finding at a place of the project. One in another file is left out: it is reported when that file is
    /// linted.
    /// </summary>
    /// <param name="span">The offending text, as tight as possible.</param>
    /// <param name="message">A message of the rule.</param>
    /// <param name="tier">One of the rule's tiers, or <c>null</c>.</param>
    /// <param name="related">Other places that explain the finding.</param>
    /// <exception cref="ArgumentException">The rule has no such tier.</exception>
    public abstract void Report(
        SourceSpan span,
        DiagnosticMessage message,
        string? tier = null,
        ImmutableArray<RelatedLocation> related = default
    );
}
