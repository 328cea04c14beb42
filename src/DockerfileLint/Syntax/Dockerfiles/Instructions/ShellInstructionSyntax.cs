using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>SHELL: what runs shell forms from here on.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellInstructionSyntax : InstructionSyntax
{
    internal ShellInstructionSyntax(in InstructionParts parts, CommandSyntax command)
        : base(InstructionKind.Shell, parts)
    {
        Command = command;
        Adopt(command);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellInstruction;

    /// <summary>The command; empty text in shell form where nothing is given.</summary>
    public CommandSyntax Command { get; }

    private protected override ChildSlot ArgumentSlot => Command;
}
