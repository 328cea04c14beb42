using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildKit;

[Rule("DL3000", Behaviour = RuleBehaviour.BuildKit)]
internal sealed partial class RelativeWorkdir : DockerfileRule
{
    public override void VisitWorkdir(WorkdirInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (
            instruction.Path is { } path
            && !instruction.IsTrigger
            && Instructions.RelativeWorkdir.IsRelative(path, context)
            && context.Stage?.HasBefore(instruction, InstructionKind.Workdir) != true
        )
        {
            context.Report(path.Span, Message(path: path.Text));
        }
    }
}
