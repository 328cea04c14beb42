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
        foreach (KeyValueSyntax child in declarations)
        {
            Adopt(child);
        }
    }

    /// <summary>The declarations in order.</summary>
    public ImmutableArray<KeyValueSyntax> Declarations { get; }

    private protected override void AddArguments(List<SyntaxNode> children) => children.AddRange(Declarations);
}
