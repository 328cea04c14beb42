using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>RUN: a build step.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class RunInstructionSyntax : InstructionSyntax
{
    internal RunInstructionSyntax(in InstructionParts parts, CommandSyntax command)
        : base(InstructionKind.Run, parts)
    {
        Command = command;
        Adopt(command);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.RunInstruction;

    /// <summary>The command; empty text in shell form where nothing is given.</summary>
    public CommandSyntax Command { get; }

    private protected override ChildSlot ArgumentSlot => Command;
}
