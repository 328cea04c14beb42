using DockerfileLint.Rules.Downloads;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL4006")]
internal sealed partial class PipeWithoutPipefail : DockerfileRule
{
    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            context.Model.GetScript(instruction) is not { } script
            || !script.Shell.Kind.IsPosix()
            || script.RunCommands.IsEmpty
            || script.IsExecForm
            || SetsPipefail(script.Shell.Arguments)
        )
        {
            return;
        }

        if (!HasPipe(script))
        {
            return;
        }

        int pipefail =
            script
                .RunCommands.FirstOrDefault(command =>
                    command.Name is "set" or "shopt"
                    && command.HasArgument("pipefail")
                    && IsInOwnShell(command.Syntax.Script)
                )
                ?.Span.Start
            ?? int.MaxValue;
        Dictionary<ShellCommandSyntax, RunCommand> commands = GetCommands(script);

        // One finding a step: the remedy is the same for all of its pipelines.
        foreach (ShellSimpleCommandSyntax command in script.Commands)
        {
            if (command.IsInSubstitution || !IsInOwnShell(command.Script))
            {
                continue;
            }

            foreach (ShellPipelineSyntax pipeline in GetPipelines(command))
            {
                if (
                    pipeline.Commands.Length > 1
                    && pipeline.Span.Start < pipefail
                    && FindLostFailure(pipeline, commands) is >= 0 and int lost
                    && !IsDownloadRun(pipeline, instruction, context)
                )
                {
                    context.Report(
                        pipeline.Operators[lost].Span,
                        script.Shell.Kind != ShellKind.Bash && BusyBoxStages.Of(context.Model).Contains(context.Stage)
                            ? MessageBusybox(mark: "|")
                            : Message(mark: "|")
                    );
                    return;
                }
            }
        }
    }

    /// <summary>Most scripts have no pipe at all.</summary>
    private static bool HasPipe(InstructionScript script) => script.Script.AsSpan().IndexOf('|') >= 0;

    /// <summary>
    /// Whether SHELL, or a <c>set</c> in the step, decides how a script treats a pipe; what <c>bash -c</c> and its like
    /// start is a shell of its own.
    /// </summary>
    private static bool IsInOwnShell(ShellScriptSyntax script)
    {
        ShellScriptSyntax current = script;
        while (current.Host is { } host)
        {
            if (!host.Words[0].Is("eval"))
            {
                return false;
            }

            current = host.Script;
        }

        return true;
    }

    /// <summary>The pipelines around a command, from the innermost on.</summary>
    private static IEnumerable<ShellPipelineSyntax> GetPipelines(ShellSimpleCommandSyntax command)
    {
        for (SyntaxNode? node = command.Parent; node is not (null or ShellScriptSyntax); node = node.Parent)
        {
            if (node is ShellPipelineSyntax pipeline)
            {
                yield return pipeline;
            }
        }
    }

    /// <summary>Whether what stands before the pipe is a download that is run, which DL5010 reports.</summary>
    private static bool IsDownloadRun(
        ShellPipelineSyntax pipeline,
        RunInstructionSyntax instruction,
        DockerfileRuleContext context
    ) =>
        ExecutedDownloads
            .Of(context.Model)
            .Find(instruction)
            .Any(execution =>
                pipeline.Span.Contains(execution.Span) && pipeline.Span.Contains(execution.Download.Span)
            );

    /// <summary>Whether the arguments of SHELL switch the option on.</summary>
    internal static bool SetsPipefail(IReadOnlyList<string> arguments)
    {
        for (int i = 1; i < arguments.Count; i++)
        {
            if (
                arguments[i] == "pipefail"
                && arguments[i - 1].StartsWith("-", StringComparison.Ordinal)
                && arguments[i - 1].EndsWith("o", StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The first command in front of the last one that may fail unnoticed where somebody would want to know; negative
    /// where there is none.
    /// </summary>
    private static int FindLostFailure(
        ShellPipelineSyntax pipeline,
        Dictionary<ShellCommandSyntax, RunCommand> commands
    )
    {
        if (IsCondition(pipeline) || IsFailureIgnored(pipeline) || FailsOnNothing(pipeline, commands))
        {
            return -1;
        }

        for (int i = 0; i + 1 < pipeline.Commands.Length; i++)
        {
            if (CanFail(pipeline.Commands[i], commands))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Whether the last command fails where nothing reaches it, so that what fails before it stops the build:
    /// comparisons with a checksum or a signature, and searches.
    /// </summary>
    private static bool FailsOnNothing(
        ShellPipelineSyntax pipeline,
        Dictionary<ShellCommandSyntax, RunCommand> commands
    ) =>
        commands.TryGetValue(pipeline.Commands[pipeline.Commands.Length - 1], out RunCommand? last)
        && (
            ContentVerification.IsVerification(last)
            || (
                last.Name is "grep" or "egrep" or "fgrep"
                && last.Syntax.Redirections.IsEmpty
                && !last.Line.HasOption("-v", "--invert-match", "-c", "--count")
            )
        );

    /// <summary>A compound command can fail where one of those in it can.</summary>
    private static bool CanFail(ShellCommandSyntax command, Dictionary<ShellCommandSyntax, RunCommand> commands)
    {
        if (command is ShellSimpleCommandSyntax)
        {
            return !commands.TryGetValue(command, out RunCommand? known) || CanFail(known);
        }

        var descendants = new DescendantEnumerator(command);
        while (descendants.MoveNext())
        {
            if (
                descendants.Current is ShellSimpleCommandSyntax { Words.IsEmpty: false } simple
                && CanFail(simple, commands)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool CanFail(RunCommand command) =>
        command.Name switch
        {
            "echo" or "printf" or "yes" or "true" or ":" => false,

            // It prints what the script holds.
            "cat" => !command.Arguments.IsEmpty
                || !command.Syntax.Redirections.Any(redirection =>
                    redirection.IsHereDocument || redirection.Kind == ShellRedirectionKind.HereString
                ),
            _ => true,
        };

    /// <summary>A condition asks what the last command says.</summary>
    private static bool IsCondition(ShellPipelineSyntax pipeline) =>
        pipeline.IsNegated
        || pipeline.Parent?.Parent is ShellIfClauseSyntax or ShellIfSyntax or ShellWhileSyntax && IsFirstPart(pipeline);

    /// <summary>Whether <c>|| true</c> follows.</summary>
    private static bool IsFailureIgnored(ShellPipelineSyntax pipeline)
    {
        if (pipeline.Parent is not ShellListSyntax list)
        {
            return false;
        }

        int next = list.Pipelines.IndexOf(pipeline) + 1;
        return next < list.Pipelines.Length
            && list.Operators[next - 1].Kind == ShellOperatorKind.Or
            && list.Pipelines[next].Commands[0] is ShellSimpleCommandSyntax { Name: { } name }
            && (name.Is("true") || name.Is(":"));
    }

    private static bool IsFirstPart(ShellPipelineSyntax pipeline) =>
        pipeline.Parent!.Parent switch
        {
            ShellIfClauseSyntax clause => clause.Condition.Contains((ShellListSyntax)pipeline.Parent!),
            ShellWhileSyntax loop => loop.Condition.Contains((ShellListSyntax)pipeline.Parent!),
            _ => false,
        };

    /// <summary>What each command runs: of those that one stands for, the last, which sudo and its like run.</summary>
    private static Dictionary<ShellCommandSyntax, RunCommand> GetCommands(InstructionScript script)
    {
        var commands = new Dictionary<ShellCommandSyntax, RunCommand>();
        foreach (RunCommand command in script.RunCommands)
        {
            commands[command.Syntax] = command;
        }

        return commands;
    }
}
