using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>STOPSIGNAL.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class StopsignalInstructionSyntax : InstructionSyntax
{
    internal StopsignalInstructionSyntax(in InstructionParts parts, WordSyntax? signal)
        : base(InstructionKind.Stopsignal, parts)
    {
        Signal = signal;
        Adopt(Signal);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.StopsignalInstruction;

    /// <summary>The signal, or <c>null</c> where it is missing.</summary>
    public WordSyntax? Signal { get; }

    private protected override ChildSlot ArgumentSlot => Signal;
}
