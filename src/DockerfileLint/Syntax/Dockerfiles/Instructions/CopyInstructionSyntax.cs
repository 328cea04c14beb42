using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>COPY: files of the build context, a stage or an image into the image.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class CopyInstructionSyntax : FileTransferInstructionSyntax
{
    internal CopyInstructionSyntax(in InstructionParts parts, ImmutableArray<WordSyntax> arguments, bool isJsonForm)
        : base(InstructionKind.Copy, parts, arguments, isJsonForm) { }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.CopyInstruction;
}
