using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3007", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class LatestBaseImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Image is { } word && word.GetBaseImage(context) is { Tag: "latest", Digest: null })
        {
            context.Report(word.Span, Message(image: word.Text));
        }
    }
}
