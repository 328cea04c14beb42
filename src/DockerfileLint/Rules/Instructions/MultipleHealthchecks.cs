using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL3012")]
internal sealed partial class MultipleHealthchecks : DockerfileRule
{
    public override void VisitHealthcheck(HealthcheckInstructionSyntax instruction, DockerfileRuleContext context) =>
        OverriddenInstruction.Check(
            instruction,
            Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)),
            context
        );
}
