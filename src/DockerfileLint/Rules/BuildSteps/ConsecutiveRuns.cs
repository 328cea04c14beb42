using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL3059")]
internal sealed partial class ConsecutiveRuns : DockerfileRule
{
    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            !instruction.IsTrigger
            && context.Model.GetPrevious(instruction) is RunInstructionSyntax previous
            && context.IsShipped(instruction)
            && HasEqualFlags(previous, instruction)
            && IsSingle(previous, context)
            && IsSingle(instruction, context)
            && !IsCommented(previous, instruction, context)
        )
        {
            context.Report(instruction.KeywordSpan, Message(instruction: "RUN"));
        }
    }

    internal static bool HasEqualFlags(RunInstructionSyntax left, RunInstructionSyntax right) =>
        left
            .Flags.Select(flag => flag.ToString())
            .SequenceEqual(right.Flags.Select(flag => flag.ToString()), StringComparer.Ordinal);

    /// <summary>Whether a step is one command: steps of several are thought of as layers.</summary>
    private static bool IsSingle(RunInstructionSyntax run, DockerfileRuleContext context) =>
        run.Heredocs.IsEmpty && context.Model.GetScript(run) is { Commands.Length: 1 };

    /// <summary>Whether the author explains the second step on its own.</summary>
    private static bool IsCommented(
        RunInstructionSyntax previous,
        RunInstructionSyntax run,
        DockerfileRuleContext context
    ) => context.File.Text.AsSpan(TextSpan.FromBounds(previous.Span.End, run.Span.Start)).IndexOf('#') >= 0;
}
