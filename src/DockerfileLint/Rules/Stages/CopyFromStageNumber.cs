using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

[Rule("DL5024")]
internal sealed partial class CopyFromStageNumber : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        // A number that is no stage is an error of its own; a stage may also be called 1.
        if (
            instruction.GetFlag("from")?.Value is { } word
            && word.Text.Length > 0
            && word.Text.All(c => c is >= '0' and <= '9')
            && context.Model.BuildGraph.Find(word.Text) is { } stage
            && stage.Name != word.Text
        )
        {
            if (stage.Name is { } name)
            {
                context.Report(word.Span, MessageNamed(number: word.Text, name: name));
            }
            else
            {
                context.Report(word.Span, Message(number: word.Text));
            }
        }
    }
}
