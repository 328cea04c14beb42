using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Style;

[Rule("DL6001")]
internal sealed partial class EmptyContinuationLine : DockerfileRule
{
    public override void VisitInstruction(InstructionSyntax instruction, DockerfileRuleContext context)
    {
        foreach (TextSpan line in instruction.BlankLines)
        {
            context.Report(line, Message(instruction: context.File.Text.ToString(instruction.KeywordSpan)));
            return;
        }
    }
}
