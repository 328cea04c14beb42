using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Instructions;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL3012", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class MultipleHealthchecks : DockerfileRule
{
    public override void VisitHealthcheck(HealthcheckInstructionSyntax instruction, DockerfileRuleContext context) =>
        OverriddenInstruction.CheckEarlier(
            instruction,
            Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)),
            context
        );
}
