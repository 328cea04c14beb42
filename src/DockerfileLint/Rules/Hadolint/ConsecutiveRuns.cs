using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

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

    private static bool IsSingle(RunInstructionSyntax run, DockerfileRuleContext context) =>
        context.Model.GetScript(run) is { Commands.Length: < 2 };
}
