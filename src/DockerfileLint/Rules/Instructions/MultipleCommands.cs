using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL4003")]
internal sealed partial class MultipleCommands : DockerfileRule
{
    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) =>
        OverriddenInstruction.Check(
            instruction,
            Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)),
            context
        );
}
