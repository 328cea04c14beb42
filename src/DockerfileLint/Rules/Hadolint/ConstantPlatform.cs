using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3029", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class ConstantPlatform : DockerfileRule
{
    public override void VisitFrom(FromInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.GetFlag("platform") is { Value: { Text: { } platform } value }
            && !platform.Contains("BUILDPLATFORM")
            && !platform.Contains("TARGETPLATFORM")
        )
        {
            context.Report(value.Span, Message(platform: platform));
        }
    }
}
