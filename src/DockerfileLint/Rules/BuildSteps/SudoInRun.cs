using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.BuildSteps;

[Rule("DL3004")]
internal sealed partial class SudoInRun : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name == "sudo" && (Compatibility(context) != "hadolint" || command.IsSeenByHadolint()))
        {
            context.Report(command.Span, Message(command: command.Name));
        }
    }
}
