using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3059", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class ConsecutiveRuns : DockerfileRule
{
    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            !instruction.IsTrigger
            && context.Model.GetPrevious(instruction) is RunInstructionSyntax previous
            && BuildSteps.ConsecutiveRuns.HasEqualFlags(previous, instruction)
            && IsSingle(previous, context)
            && IsSingle(instruction, context)
        )
        {
            context.Report(instruction.KeywordSpan, Message(instruction: "RUN"));
        }
    }

    /// <summary>Whether fewer than two commands are called by a name that stands in the file.</summary>
    private static bool IsSingle(RunInstructionSyntax run, DockerfileRuleContext context)
    {
        if (context.Model.GetScript(run)?.GetInOneLine(context.Cancellation) is not { } script)
        {
            return false;
        }

        int count = 0;
        foreach (ShellSimpleCommandSyntax command in script.Commands)
        {
            // A test in brackets is none.
            if (
                !command.Words.IsEmpty
                && command.Words[0].LiteralText is { Length: > 0 } name
                && name != "["
                && script.HasForHadolint(command)
                && ++count == 2
            )
            {
                return false;
            }
        }

        return true;
    }
}
