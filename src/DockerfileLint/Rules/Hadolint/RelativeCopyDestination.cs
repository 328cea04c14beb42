using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3045", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class RelativeCopyDestination : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Destination is { } destination
            && destination.TextWithoutQuotes() is { Length: > 0 } path
            && path[0] != '$'
            && !Instructions.RelativeCopyDestination.IsAbsolute(path)
            && !Instructions.RelativeCopyDestination.HasWorkdirBefore(instruction, context)
        )
        {
            context.Report(destination.Span, Message(destination: destination.Text));
        }
    }
}
