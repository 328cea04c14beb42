using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3021", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class SeveralSourcesToFile : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Sources.Length > 1
            && instruction.Destination is { } destination
            && !destination.TextWithoutQuotes().EndsWith("/", StringComparison.Ordinal)
        )
        {
            context.Report(destination.Span, Message(destination: destination.Text));
        }
    }
}
