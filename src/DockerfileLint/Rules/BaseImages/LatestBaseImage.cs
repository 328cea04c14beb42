using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL3007")]
internal sealed partial class LatestBaseImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Image is { } word && BaseImage.Get(context) is { Tag: "latest", Digest: null })
        {
            context.Report(word.Span, Message(image: word.Text));
        }
    }
}
