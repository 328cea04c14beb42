using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3023", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class CopyFromOwnStage : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("from") is { Value: { Text: { } name } from } && name == context.Stage?.Name)
        {
            context.Report(from.Span, Message(name: name));
        }
    }
}
