using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Instructions;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL4004", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class MultipleEntrypoints : DockerfileRule
{
    public override void VisitEntrypoint(EntrypointInstructionSyntax instruction, DockerfileRuleContext context) =>
        OverriddenInstruction.CheckEarlier(
            instruction,
            Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)),
            context
        );
}
