using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>The root of a Dockerfile's tree.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class DockerfileSyntax : SyntaxNode
{
    private DockerfileSyntaxTree? _tree;

    internal DockerfileSyntax(
        TextSpan span,
        ImmutableArray<DirectiveSyntax> directives,
        ImmutableArray<InstructionSyntax> instructions
    )
        : base(span)
    {
        Directives = directives;
        Instructions = instructions;
        Adopt(directives);
        Adopt(instructions);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.Dockerfile;

    /// <summary>The parser directives of the header.</summary>
    public ImmutableArray<DirectiveSyntax> Directives { get; }

    /// <summary>All instructions in order.</summary>
    public ImmutableArray<InstructionSyntax> Instructions { get; }

    /// <inheritdoc/>
    public override SyntaxTree Tree => _tree!;

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) =>
        index == 0 ? ChildSlot.Of(Directives) : ChildSlot.Of(Instructions);

    internal void Attach(DockerfileSyntaxTree tree) => _tree = tree;
}
