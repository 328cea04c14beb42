using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>CMD: the default command or its arguments.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class CmdInstructionSyntax : InstructionSyntax
{
    internal CmdInstructionSyntax(in InstructionParts parts, CommandSyntax command)
        : base(InstructionKind.Cmd, parts)
    {
        Command = command;
        Adopt(command);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.CmdInstruction;

    /// <summary>The command; empty text in shell form where nothing is given.</summary>
    public CommandSyntax Command { get; }

    private protected override ChildSlot ArgumentSlot => Command;
}
