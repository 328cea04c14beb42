using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL4006", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class PipeWithoutPipefail : DockerfileRule
{
    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            context.Model.GetScript(instruction)?.GetInOneLine(context.Cancellation) is not { } script
            || !script.Shell.Kind.IsPosix()
            || script.RunCommands.IsEmpty
            || IsSetByOwnShell(script.Shell, context.Stage)
        )
        {
            return;
        }

        foreach (ShellSimpleCommandSyntax command in script.Commands)
        {
            if (!script.HasForHadolint(command))
            {
                continue;
            }

            for (SyntaxNode? node = command.Parent; node is not (null or ShellScriptSyntax); node = node.Parent)
            {
                if (node is ShellPipelineSyntax { Commands.Length: > 1 } pipeline)
                {
                    context.Report(pipeline.Operators[0].Span, Message(mark: "|"));
                    return;
                }
            }
        }
    }

    /// <summary>hadolint knows the last SHELL of the stage alone.</summary>
    private static bool IsSetByOwnShell(EffectiveShell shell, Stage? stage) =>
        shell.Instruction is { } instruction
        && (stage is null || stage.Instructions.Contains(instruction))
        && BuildSteps.PipeWithoutPipefail.SetsPipefail(shell.Arguments)
        && shell.Kind is ShellKind.Bash or ShellKind.Zsh or ShellKind.Ash;
}
