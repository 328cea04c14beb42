using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>VOLUME.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class VolumeInstructionSyntax : InstructionSyntax
{
    internal VolumeInstructionSyntax(in InstructionParts parts, ImmutableArray<WordSyntax> paths)
        : base(InstructionKind.Volume, parts)
    {
        Paths = paths;
        Adopt(paths);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.VolumeInstruction;

    /// <summary>The mount points.</summary>
    public ImmutableArray<WordSyntax> Paths { get; }

    private protected override ChildSlot ArgumentSlot => ChildSlot.Of(Paths);
}
