using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules;

/// <summary>What a rule may ask and say while it visits a Dockerfile.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class DockerfileRuleContext : RuleContext
{
    private protected DockerfileRuleContext(DockerfileModel model)
        : base(model.Tree.File)
    {
        Model = model;
    }

    /// <summary>The model of the file.</summary>
    public DockerfileModel Model { get; }

    /// <summary>The stage of the visited element, or <c>null</c> before the first FROM.</summary>
    public Stage? Stage { get; private protected set; }

    /// <summary>Reports a finding in the file.</summary>
    /// <param name="span">The offending text, as tight as possible.</param>
    /// <param name="message">A message of the rule.</param>
    /// <param name="tier">One of the rule's tiers, or <c>null</c>.</param>
    /// <param name="related">Other places that explain the finding.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the file.</exception>
    /// <exception cref="ArgumentException">The rule has no such tier.</exception>
    public abstract void Report(
        TextSpan span,
        DiagnosticMessage message,
        string? tier = null,
        ImmutableArray<RelatedLocation> related = default
    );

    /// <summary>Expands a word of the visited instruction with what is known where it stands.</summary>
    public Fact<string> Expand(WordSyntax word) => Stage is { } stage ? stage.Expand(word) : Model.ExpandGlobal(word);

    /// <summary>What the name of an ARG or ENV stands for at an instruction.</summary>
    internal Variable FindVariable(string name, InstructionSyntax instruction) =>
        (Stage?.Variables ?? Model.GlobalVariables).LookUp(name, instruction.Span.Start);
}
