using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL3065", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class RedundantTargetPlatform : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.GetFlag("platform") is { Value: { } value }
            && context.Stage is { } stage
            && value.AsSpan().IndexOf('$') >= 0
            && BaseImages.RedundantTargetPlatform.FindTargetPlatform(value, stage) is not null
        )
        {
            context.Report(value.Span, Message(platform: value.Text));
        }
    }
}
