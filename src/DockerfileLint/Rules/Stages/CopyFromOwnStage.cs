using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Stages;

[Rule("DL3023")]
internal sealed partial class CopyFromOwnStage : DockerfileRule
{
    public override void VisitCopy(CopyInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("from") is not { Value: { } from } || context.Stage is not { } stage)
        {
            return;
        }

        string name = from.Text;
        if (context.Model.BuildGraph.Find(name) == stage)
        {
            context.Report(from.Span, Message(name: name));
        }
    }
}
