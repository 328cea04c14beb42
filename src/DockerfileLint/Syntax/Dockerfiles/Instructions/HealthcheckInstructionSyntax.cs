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

    /// <summary>CMD or NONE in any case, or <c>null</c> where it is missing.</summary>
    public WordSyntax? Type { get; }

    /// <summary>The command after CMD, or <c>null</c>.</summary>
    public CommandSyntax? Command { get; }

    private protected override void AddArguments(List<SyntaxNode> children)
    {
        if (Type is not null)
        {
            children.Add(Type);
        }

        if (Command is not null)
        {
            children.Add(Command);
        }
    }
}
