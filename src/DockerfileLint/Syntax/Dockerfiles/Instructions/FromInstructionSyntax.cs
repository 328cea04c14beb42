using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>FROM: the start of a stage.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class FromInstructionSyntax : InstructionSyntax
{
    internal FromInstructionSyntax(in InstructionParts parts, ImmutableArray<WordSyntax> arguments)
        : base(InstructionKind.From, parts)
    {
        Arguments = arguments;
        Adopt(arguments);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.FromInstruction;

    /// <summary>All words: the image, and for a named stage <c>AS</c> and the name.</summary>
    public ImmutableArray<WordSyntax> Arguments { get; }

    /// <summary>The base: an image, <c>scratch</c> or an earlier stage; <c>null</c> where it is missing.</summary>
    public WordSyntax? Image => Arguments.Length > 0 ? Arguments[0] : null;

    /// <summary>The AS before the name, in any case, or <c>null</c>.</summary>
    public WordSyntax? As =>
        Arguments.Length == 3 && Arguments[1].AsSpan().Equals("AS".AsSpan(), StringComparison.OrdinalIgnoreCase)
            ? Arguments[1]
            : null;

    /// <summary>The name after AS, or <c>null</c>.</summary>
    public WordSyntax? Name => As is null ? null : Arguments[2];

    private protected override ChildSlot ArgumentSlot => ChildSlot.Of(Arguments);
}
