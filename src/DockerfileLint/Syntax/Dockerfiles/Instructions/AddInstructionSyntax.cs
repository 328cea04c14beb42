using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>ADD: files, archives or remote files into the image.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class AddInstructionSyntax : FileTransferInstructionSyntax
{
    internal AddInstructionSyntax(in InstructionParts parts, ImmutableArray<WordSyntax> arguments, bool isJsonForm)
        : base(InstructionKind.Add, parts, arguments, isJsonForm) { }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.AddInstruction;
}
