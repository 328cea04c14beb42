using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3001", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class PointlessCommand : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs =>
        ["free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.IsSeenByHadolint())
        {
            context.Report(command.Span, Message(command: command.Name));
        }
    }
}
