using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>EXPOSE.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ExposeInstructionSyntax : InstructionSyntax
{
    internal ExposeInstructionSyntax(in InstructionParts parts, ImmutableArray<WordSyntax> ports)
        : base(InstructionKind.Expose, parts)
    {
        Ports = ports;
        Adopt(ports);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ExposeInstruction;

    /// <summary>The ports as they are written.</summary>
    public ImmutableArray<WordSyntax> Ports { get; }

    private protected override ChildSlot ArgumentSlot => ChildSlot.Of(Ports);
}
