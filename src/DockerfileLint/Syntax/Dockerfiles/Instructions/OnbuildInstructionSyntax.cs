using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>ONBUILD: an instruction that runs in builds on top of this image.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class OnbuildInstructionSyntax : InstructionSyntax
{
    internal OnbuildInstructionSyntax(in InstructionParts parts, InstructionSyntax? trigger)
        : base(InstructionKind.Onbuild, parts)
    {
        Trigger = trigger;
        Adopt(trigger);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.OnbuildInstruction;

    /// <summary>The instruction, or <c>null</c> where it is missing.</summary>
    public InstructionSyntax? Trigger { get; }

    private protected override ChildSlot ArgumentSlot => Trigger;
}
