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
        if (
            context.Model.GetScript(instruction) is not { } script
            || !script.Shell.Kind.IsPosix()
            || script.RunCommands.IsEmpty
            || (!script.IsExecForm && SetsPipefail(script.Shell.Arguments))
        )
        {
            return;
        }

        int pipefail =
            script
                .RunCommands.FirstOrDefault(command =>
                    command.Name is "set" or "shopt" && command.HasArgument("pipefail")
                )
                ?.Span.Start
            ?? int.MaxValue;
        Dictionary<ShellCommandSyntax, string> names = GetNames(script);

        // One finding a step: the remedy is the same for all of its pipelines.
        foreach (ShellSimpleCommandSyntax command in script.Commands)
        {
            if (
                command.Pipeline is { Commands.Length: > 1 } pipeline
                && pipeline.Span.Start < pipefail
                && LosesFailure(pipeline, command, names)
            )
            {
                TextSpan span = pipeline.Operators[0].Span;
                context.Report(span, Message(mark: "|"));
                return;
            }
        }
    }

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
    /// Whether a command in front of the last one may fail unnoticed where somebody would want to know.
    /// </summary>
    private static bool LosesFailure(
        ShellPipelineSyntax pipeline,
        ShellSimpleCommandSyntax first,
        Dictionary<ShellCommandSyntax, string> names
    ) =>
        !first.IsInSubstitution
        && CanFail(pipeline, names)
        && !IsCondition(pipeline)
        && !IsFailureIgnored(pipeline)
        && pipeline.Script.Host?.Words.Any(word => word.Is("pipefail")) != true;

    private static bool CanFail(ShellPipelineSyntax pipeline, Dictionary<ShellCommandSyntax, string> names)
    {
        for (int i = 0; i + 1 < pipeline.Commands.Length; i++)
        {
            if (
                !names.TryGetValue(pipeline.Commands[i], out string? name)
                || name is not ("echo" or "printf" or "yes" or "true" or ":")
            )
            {
                return true;
            }
        }

        return false;
    }

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
    private static Dictionary<ShellCommandSyntax, string> GetNames(InstructionScript script)
    {
        var names = new Dictionary<ShellCommandSyntax, string>();
        foreach (RunCommand command in script.RunCommands)
        {
            names[command.Syntax] = command.Name;
        }

        return names;
    }
}
