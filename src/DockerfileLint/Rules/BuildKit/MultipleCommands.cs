using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Instructions;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL4003", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class MultipleCommands : DockerfileRule
{
    public override void VisitCmd(CmdInstructionSyntax instruction, DockerfileRuleContext context) =>
        OverriddenInstruction.CheckEarlier(
            instruction,
            Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)),
            context
        );
}
