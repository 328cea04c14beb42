using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

[Rule("DL3061")]
internal sealed partial class InstructionBeforeFrom : DockerfileRule
{
    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (context.Stage is null && instruction.Kind is not (InstructionKind.Arg or InstructionKind.Unknown))
        {
            context.Report(
                instruction.KeywordSpan,
                Message(instruction: context.File.Text.ToString(instruction.KeywordSpan).ToUpperInvariant())
            );
        }
    }
}
