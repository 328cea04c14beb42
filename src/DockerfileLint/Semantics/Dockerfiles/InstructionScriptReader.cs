using System.Collections.Immutable;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Dockerfiles;

/// <summary>Finds the script of an instruction, parses it, and follows the commands that run further scripts.</summary>
internal sealed class InstructionScriptReader
{
    private readonly InstructionSyntax _instruction;
    private readonly CommandSyntax _command;
    private readonly EffectiveShell _shell;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<ShellSimpleCommandSyntax>.Builder _commands =
        ImmutableArray.CreateBuilder<ShellSimpleCommandSyntax>();
    private ImmutableArray<ShellScriptSyntax>.Builder? _nested;

    // How much of the scripts that others run is still read, in UTF-16 code units.
    private long _allowance;
    private bool _isCut;

    private InstructionScriptReader(
        InstructionSyntax instruction,
        CommandSyntax command,
        EffectiveShell shell,
        CancellationToken cancellation
    )
    {
        _cancellation = cancellation;
        _instruction = instruction;
        _command = command;
        _shell = shell;

        // Each instruction has its share by its length, so that it does not matter which one is asked for first.
        _allowance =
            (long)AnalysisBudget.MaxNestedScriptLength
            * instruction.Span.Length
            / Math.Max(1, instruction.Tree.Text.Length);
    }

    /// <summary>The command of an instruction that has one.</summary>
    internal static CommandSyntax? GetCommand(InstructionSyntax instruction) =>
        instruction switch
        {
            RunInstructionSyntax run => run.Command,
            CmdInstructionSyntax cmd => cmd.Command,
            EntrypointInstructionSyntax entrypoint => entrypoint.Command,
            HealthcheckInstructionSyntax healthcheck => healthcheck.Command,
            _ => null,
        };

    internal static InstructionScript Read(
        InstructionSyntax instruction,
        CommandSyntax command,
        EffectiveShell shell,
        CancellationToken cancellation
    ) => new InstructionScriptReader(instruction, command, shell, cancellation).Read();

    /// <summary>An exec form as the line that its strings make for those who take it for one.</summary>
    internal static InstructionScript ReadInOneLine(InstructionScript script, CancellationToken cancellation) =>
        new InstructionScriptReader(script.Instruction, script.Command, script.Shell, cancellation).Read(
            ScriptLanguages.Parse(ExecFormScript.Join(script.Command), ShellKind.Bash, script.Command, cancellation)
        );

    private InstructionScript Read() => Read(_command.IsExecForm ? ExecFormScript.Create(_command) : ReadShellForm());

    private InstructionScript Read(ShellScriptSyntax script)
    {
        AddCommands(script, 0);
        return new InstructionScript(
            _instruction,
            _command,
            _shell,
            script,
            _nested?.ToImmutable() ?? [],
            _commands.DrainToImmutable()
        )
        {
            IsCut = _isCut,
        };
    }

    private ShellScriptSyntax ReadShellForm()
    {
        string source = _command.Tree.Text.ToString();
        ImmutableArray<HeredocSyntax> heredocs = _instruction.Heredocs;
        if (heredocs.Length == 1 && heredocs[0].OperatorSpan == _command.Span)
        {
            // The lines are the script; a first line #! makes them a file that is run.
            TextSpan body = heredocs[0].BodySpan;
            var text = ShellText.FromSource(source, body.Start, body.End);
            return ScriptLanguages.Parse(
                text,
                ShellNames.GetKindOfInterpreter(text.AsSpan(text.Start, text.End)) ?? _shell.Kind,
                heredocs[0],
                _cancellation
            );
        }

        var line = new LogicalLine();
        line.Start(_command.Tree, _command.Span);
        foreach (HeredocSyntax heredoc in heredocs)
        {
            // The shell gets the lines as they are, each document behind a line end; at the end of the file there may
            // be neither.
            if (source[heredoc.Span.Start - 1] == '\n')
            {
                line.Append(heredoc.Span.Start - 1, heredoc.Span.End);
            }
        }

        return ScriptLanguages.Parse(
            line.ToShellText(),
            _shell.Kind,
            heredocs.IsEmpty ? _command : _instruction,
            _cancellation
        );
    }

    private void AddCommands(ShellScriptSyntax script, int depth)
    {
        foreach (ShellSimpleCommandSyntax command in script.GetSimpleCommands())
        {
            _cancellation.ThrowIfCancellationRequested();
            _commands.Add(command);
            if (depth == AnalysisBudget.MaxScriptDepth)
            {
                continue;
            }

            if (command.Span.Length > _allowance)
            {
                _isCut |= NestedScript.MayRun(command);
            }
            else if (NestedScript.Find(command, _cancellation) is { } nested)
            {
                _allowance -= command.Span.Length;
                _nested ??= ImmutableArray.CreateBuilder<ShellScriptSyntax>();
                _nested.Add(nested);
                AddCommands(nested, depth + 1);
            }
        }
    }
}
