using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>A line that is no instruction.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class UnknownInstructionSyntax : InstructionSyntax
{
    internal UnknownInstructionSyntax(in InstructionParts parts)
        : base(InstructionKind.Unknown, parts) { }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.UnknownInstruction;

    private protected override ChildSlot ArgumentSlot => default;
}
