using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3006", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UntaggedBaseImage : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.Image is { } word && word.GetBaseImage(context) is { IsUntagged: true })
        {
            context.Report(word.Span, Message(image: word.Text));
        }
    }
}
