using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Finds the script of an instruction, parses it, and follows the commands that run further scripts.</summary>
internal sealed class InstructionScriptReader
{
    private readonly InstructionSyntax _instruction;
    private readonly CommandSyntax _command;
    private readonly EffectiveShell _shell;
    private readonly ImmutableArray<ShellScriptSyntax>.Builder _nested = ImmutableArray.CreateBuilder<ShellScriptSyntax>();
    private readonly ImmutableArray<ShellSimpleCommandSyntax>.Builder _commands = ImmutableArray.CreateBuilder<ShellSimpleCommandSyntax>();

    private InstructionScriptReader(InstructionSyntax instruction, CommandSyntax command, EffectiveShell shell)
    {
        _instruction = instruction;
        _command = command;
        _shell = shell;
    }

    /// <summary>The command of an instruction that has one.</summary>
    internal static CommandSyntax? GetCommand(InstructionSyntax instruction) => instruction switch
    {
        RunInstructionSyntax run => run.Command,
        CmdInstructionSyntax cmd => cmd.Command,
        EntrypointInstructionSyntax entrypoint => entrypoint.Command,
        HealthcheckInstructionSyntax healthcheck => healthcheck.Command,
        _ => null,
    };

    internal static InstructionScript Read(InstructionSyntax instruction, CommandSyntax command, EffectiveShell shell) => new InstructionScriptReader(instruction, command, shell).Read();

    private InstructionScript Read()
    {
        ShellScriptSyntax script = ReadScript();
        AddCommands(script);
        return new InstructionScript(_instruction, _command, _shell, script, _nested.ToImmutable(), _commands.ToImmutable());
    }

    private ShellScriptSyntax ReadScript()
    {
        var line = new LogicalLine();
        line.Start(_command.Tree, _command.Span);
        return ShellParser.Parse(line.ToShellText(), _shell.Kind, host: null);
    }

    private void AddCommands(ShellScriptSyntax script)
    {
        foreach (ShellSimpleCommandSyntax command in script.GetSimpleCommands())
        {
            _commands.Add(command);
        }
    }
}
