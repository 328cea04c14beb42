using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL5017")]
internal sealed partial class HostNetworkBuildStep : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRun(RunInstructionSyntax instruction, DockerfileRuleContext context)
    {
        if (instruction.GetFlag("network") is { Value.Text: "host" } flag)
        {
            context.Report(flag.Span, Message(flag: flag.ToString()));
        }
    }
}
