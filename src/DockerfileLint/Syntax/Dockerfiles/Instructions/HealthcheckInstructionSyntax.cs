using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>HEALTHCHECK.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class HealthcheckInstructionSyntax : InstructionSyntax
{
    internal HealthcheckInstructionSyntax(in InstructionParts parts, WordSyntax? type, CommandSyntax? command)
        : base(InstructionKind.Healthcheck, parts)
    {
        Type = type;
        Command = command;
        Adopt(type);
        Adopt(command);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.HealthcheckInstruction;

    /// <summary>CMD or NONE in any case, or <c>null</c> where it is missing.</summary>
    public WordSyntax? Type { get; }

    /// <summary>The command after CMD, or <c>null</c>.</summary>
    public CommandSyntax? Command { get; }

    private protected override ChildSlot ArgumentSlot => Type;

    internal override int SlotCount => base.SlotCount + 1;

    internal override ChildSlot GetSlot(int index) =>
        index switch
        {
            < 2 => base.GetSlot(index),
            2 => Command,
            _ => base.GetSlot(index - 1),
        };
}
