using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>ARG: build arguments with or without defaults.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ArgInstructionSyntax : InstructionSyntax
{
    internal ArgInstructionSyntax(in InstructionParts parts, ImmutableArray<KeyValueSyntax> declarations)
        : base(InstructionKind.Arg, parts)
    {
        Declarations = declarations;
        Adopt(declarations);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ArgInstruction;

    /// <summary>The declarations in order.</summary>
    public ImmutableArray<KeyValueSyntax> Declarations { get; }

    private protected override ChildSlot ArgumentSlot => ChildSlot.Of(Declarations);
}
