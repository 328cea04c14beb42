using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL5016")]
internal sealed partial class InsecureBuildStep : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("security") is { Value.Text: "insecure" } flag)
        {
            context.Report(flag.Span, Message(flag: flag.ToString()));
        }
    }
}
