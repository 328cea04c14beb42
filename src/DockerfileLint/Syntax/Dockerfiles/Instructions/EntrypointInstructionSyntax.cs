using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>ENTRYPOINT: the command of the container.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class EntrypointInstructionSyntax : InstructionSyntax
{
    internal EntrypointInstructionSyntax(in InstructionParts parts, CommandSyntax command)
        : base(InstructionKind.Entrypoint, parts)
    {
        Command = command;
        Adopt(command);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.EntrypointInstruction;

    /// <summary>The command; empty text in shell form where nothing is given.</summary>
    public CommandSyntax Command { get; }

    private protected override ChildSlot ArgumentSlot => Command;
}
