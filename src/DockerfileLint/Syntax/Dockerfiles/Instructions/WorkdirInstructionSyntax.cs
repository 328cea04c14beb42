using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>WORKDIR.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class WorkdirInstructionSyntax : InstructionSyntax
{
    internal WorkdirInstructionSyntax(in InstructionParts parts, WordSyntax? path)
        : base(InstructionKind.Workdir, parts)
    {
        Path = path;
        Adopt(Path);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.WorkdirInstruction;

    /// <summary>The directory, or <c>null</c> where it is missing.</summary>
    public WordSyntax? Path { get; }

    private protected override ChildSlot ArgumentSlot => Path;
}
