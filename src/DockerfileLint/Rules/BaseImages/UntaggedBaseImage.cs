using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BaseImages;

[Rule("DL3006")]
internal sealed partial class UntaggedBaseImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Image is { } word && BaseImage.Get(context) is { IsUntagged: true })
        {
            context.Report(word.Span, Message(image: word.Text));
        }
    }
}
