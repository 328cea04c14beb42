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

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.MaintainerInstruction;

    /// <summary>The name, or <c>null</c> where it is missing.</summary>
    public WordSyntax? Name { get; }

    private protected override ChildSlot ArgumentSlot => Name;
}
