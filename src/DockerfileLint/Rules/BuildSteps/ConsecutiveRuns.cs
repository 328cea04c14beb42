using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL3059")]
internal sealed partial class ConsecutiveRuns : DockerfileRule
{
    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        bool asHadolint = Compatibility(context) == "hadolint";
        if (
            instruction.IsTrigger
            || context.Model.GetPrevious(instruction) is not RunInstructionSyntax previous
            || !(asHadolint || context.IsShipped(instruction))
        )
        {
            return;
        }

        if (
            HasEqualFlags(previous, instruction)
            && IsSingle(previous, context, asHadolint)
            && IsSingle(instruction, context, asHadolint)
            && (asHadolint || !IsCommented(previous, instruction, context))
        )
        {
            context.Report(instruction.KeywordSpan, Message(instruction: "RUN"));
        }
    }

    private static bool HasEqualFlags(RunInstructionSyntax left, RunInstructionSyntax right) =>
        left
            .Flags.Select(flag => flag.ToString())
            .SequenceEqual(right.Flags.Select(flag => flag.ToString()), StringComparer.Ordinal);

    /// <summary>Whether a step is one command: steps of several are thought of as layers.</summary>
    private static bool IsSingle(RunInstructionSyntax run, DockerfileRuleContext context, bool asHadolint) =>
        context.Model.GetScript(run) is { } script
        && script.Commands.Length < 2
        && (asHadolint || (run.Heredocs.IsEmpty && script.Commands.Length == 1));

    /// <summary>Whether the author explains the second step on its own.</summary>
    private static bool IsCommented(
        RunInstructionSyntax previous,
        RunInstructionSyntax run,
        DockerfileRuleContext context
    ) => context.File.Text.AsSpan(TextSpan.FromBounds(previous.Span.End, run.Span.Start)).IndexOf('#') >= 0;
}
