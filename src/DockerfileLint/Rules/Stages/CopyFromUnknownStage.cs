using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

[Rule("DL3022")]
internal sealed partial class CopyFromUnknownStage : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        // An image with a tag or digest is meant as one.
        if (
            instruction.GetFlag("from") is not { Value: { } from }
            || from.AsSpan().IsEmpty
            || from.AsSpan().IndexOf(':') >= 0
        )
        {
            return;
        }

        if (context.Model.BuildGraph.Find(from.Text) is null)
        {
            context.Report(from.Span, Message(name: from.Text));
        }
    }
}
