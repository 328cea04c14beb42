using DockerfileLint.Semantics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL5033")]
internal sealed partial class UnsupportedBaseImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Image is { } word
            && BaseImage.Get(context) is { } image
            && ImageSupport.FindEnded(image) is { } ended
        )
        {
            context.Report(
                word.Span,
                Message(release: ended.Name, image: word.Text, date: ended.End, replacement: ended.Replacement)
            );
        }
    }
}
