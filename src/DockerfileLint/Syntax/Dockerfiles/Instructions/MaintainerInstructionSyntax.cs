using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>MAINTAINER, deprecated.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class MaintainerInstructionSyntax : InstructionSyntax
{
    internal MaintainerInstructionSyntax(in InstructionParts parts, WordSyntax? name)
        : base(InstructionKind.Maintainer, parts)
    {
        Name = name;
        Adopt(Name);
    }

    /// <summary>The name, or <c>null</c> where it is missing.</summary>
    public WordSyntax? Name { get; }

    private protected override void AddArguments(List<SyntaxNode> children)
    {
        if (Name is not null)
        {
            children.Add(Name);
        }
    }
}
