using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL4006")]
internal sealed partial class PipeWithoutPipefail : DockerfileRule
{
    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Model.GetScript(instruction) is not { } script || !script.Shell.Kind.IsPosix() || script.RunCommands.IsEmpty)
        {
            return;
        }

        bool asHadolint = Compatibility(context) == "hadolint";
        bool isSet = asHadolint ? IsSetByOwnShell(script.Shell, context.Stage) : !script.IsExecForm && SetsPipefail(script.Shell.Arguments);
        if (isSet)
        {
            return;
        }

        // One finding a step: the remedy is the same for all of its pipelines.
        foreach (ShellSimpleCommandSyntax command in script.Commands)
        {
            if (command.Pipeline is { Commands.Length: > 1 } pipeline && (asHadolint || LosesFailure(pipeline, command, script)))
            {
                TextSpan span = pipeline.Operators[0].Span;
                context.Report(span, Message(mark: "|"));
                return;
            }
        }
    }

    /// <summary>hadolint knows the last SHELL of the stage alone.</summary>
    private static bool IsSetByOwnShell(EffectiveShell shell, Stage? stage) =>
        shell.Instruction is { } instruction && (stage is null || stage.Instructions.Contains(instruction)) && SetsPipefail(shell.Arguments) && shell.Kind is ShellKind.Bash or ShellKind.Zsh or ShellKind.Ash;

    private static bool SetsPipefail(IReadOnlyList<string> arguments)
    {
        for (int i = 1; i < arguments.Count; i++)
        {
            if (arguments[i] == "pipefail" && arguments[i - 1].StartsWith("-", StringComparison.Ordinal) && arguments[i - 1].EndsWith("o", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a command in front of the last one may fail unnoticed where somebody would want to know.</summary>
    private static bool LosesFailure(ShellPipelineSyntax pipeline, ShellSimpleCommandSyntax first, InstructionScript script) =>
        !first.IsInSubstitution && CanFail(pipeline, script) && !IsCondition(pipeline) && !IsFailureIgnored(pipeline) && !IsSetInScript(pipeline, script);

    private static bool CanFail(ShellPipelineSyntax pipeline, InstructionScript script)
    {
        for (int i = 0; i + 1 < pipeline.Commands.Length; i++)
        {
            // The last of those that one command stands for is what sudo and its like run.
            if (script.RunCommands.LastOrDefault(command => command.Syntax == pipeline.Commands[i])?.Name is not ("echo" or "printf" or "yes" or "true" or ":"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A condition asks what the last command says.</summary>
    private static bool IsCondition(ShellPipelineSyntax pipeline) => pipeline.IsNegated || pipeline.Parent?.Parent is ShellIfClauseSyntax or ShellIfSyntax or ShellWhileSyntax && IsFirstPart(pipeline);

    /// <summary>Whether <c>|| true</c> follows.</summary>
    private static bool IsFailureIgnored(ShellPipelineSyntax pipeline)
    {
        if (pipeline.Parent is not ShellListSyntax list)
        {
            return false;
        }

        int next = list.Pipelines.IndexOf(pipeline) + 1;
        return next < list.Pipelines.Length && list.Operators[next - 1].Kind == ShellOperatorKind.Or
            && list.Pipelines[next].Commands[0] is ShellSimpleCommandSyntax { Name: { } name } && (name.Is("true") || name.Is(":"));
    }

    private static bool IsFirstPart(ShellPipelineSyntax pipeline) => pipeline.Parent!.Parent switch
    {
        ShellIfClauseSyntax clause => clause.Condition.Contains((ShellListSyntax)pipeline.Parent!),
        ShellWhileSyntax loop => loop.Condition.Contains((ShellListSyntax)pipeline.Parent!),
        _ => false,
    };

    /// <summary>Whether <c>set -o pipefail</c> stands before, or the script is given to a shell with that option.</summary>
    private static bool IsSetInScript(ShellPipelineSyntax pipeline, InstructionScript script)
    {
        foreach (RunCommand command in script.RunCommands)
        {
            if ((command.Name is "set" or "shopt" && command.Span.Start < pipeline.Span.Start && command.HasArgument("pipefail"))
                || (command.Syntax == pipeline.Script.Host && command.HasArgument("pipefail")))
            {
                return true;
            }
        }

        return false;
    }
}
