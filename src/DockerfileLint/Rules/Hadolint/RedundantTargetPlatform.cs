using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3065", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class RedundantTargetPlatform : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.GetFlag("platform") is { Value: { } value }
            && context.Stage is not null
            && value.TextWithoutQuotes() is "$TARGETPLATFORM" or "${TARGETPLATFORM}"
        )
        {
            context.Report(value.Span, Message(platform: value.Text));
        }
    }
}
