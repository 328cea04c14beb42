using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Instructions;

[Rule("DL4000")]
internal sealed partial class DeprecatedMaintainer : DockerfileRule
{
    public override void VisitMaintainer(MaintainerInstructionSyntax instruction, DockerfileRuleContext context) =>
        context.Report(
            instruction.KeywordSpan,
            Message(
                instruction: context.File.Text.ToString(instruction.KeywordSpan),
                // Quotes of its own would end those around the label's value.
                name: instruction.Name?.Text.Replace("\"", "") ?? "<name>"
            )
        );
}
