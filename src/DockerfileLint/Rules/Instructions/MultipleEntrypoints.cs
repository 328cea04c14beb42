using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL4004")]
internal sealed partial class MultipleEntrypoints : DockerfileRule
{
    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        OverriddenInstruction.Check(
            instruction,
            Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)),
            context
        );
}
