using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

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

    /// <summary>Expands a word of the visited instruction with what is known where it stands.</summary>
    public ExpandedText Expand(WordSyntax word) => Stage is { } stage ? stage.Expand(word) : Model.ExpandGlobal(word);

    /// <summary>What the name of an ARG or ENV stands for at an instruction.</summary>
    internal Variable FindVariable(string name, InstructionSyntax instruction) =>
        (Stage?.Variables ?? Model.GlobalVariables).LookUp(name, instruction.Span.Start);
}
