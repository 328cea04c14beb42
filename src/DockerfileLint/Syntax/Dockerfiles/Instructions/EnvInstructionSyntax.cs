using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>ENV.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class EnvInstructionSyntax : InstructionSyntax
{
    internal EnvInstructionSyntax(in InstructionParts parts, ImmutableArray<KeyValueSyntax> pairs, bool isLegacy)
        : base(InstructionKind.Env, parts)
    {
        Pairs = pairs;
        IsLegacy = isLegacy;
        Adopt(pairs);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.EnvInstruction;

    /// <summary>The pairs in order.</summary>
    public ImmutableArray<KeyValueSyntax> Pairs { get; }

    /// <summary>Whether it is the old form without <c>=</c>, one name and the rest of the line as its value.</summary>
    public bool IsLegacy { get; }

    private protected override ChildSlot ArgumentSlot => ChildSlot.Of(Pairs);
}
