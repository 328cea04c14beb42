using System.Collections.Immutable;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>ADD: files, archives or remote files into the image.</summary>
public sealed class AddInstructionSyntax : FileTransferInstructionSyntax
{
    internal AddInstructionSyntax(in InstructionParts parts, ImmutableArray<WordSyntax> arguments, bool isJsonForm)
        : base(InstructionKind.Add, parts, arguments, isJsonForm) { }
}
