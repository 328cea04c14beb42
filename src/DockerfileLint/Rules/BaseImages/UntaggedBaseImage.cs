using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Values;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL3006")]
internal sealed partial class UntaggedBaseImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Image is { } word
            && BaseImage.Get(context) is { IsUntagged: true }
            && ImageName.IsValid(context.Stage!.BaseName.DisplayText)
        )
        {
            context.Report(word.Span, Message(image: word.Text));
        }
    }
}
