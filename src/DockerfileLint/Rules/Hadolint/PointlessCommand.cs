using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3001", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class PointlessCommand : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Name is "free" or "kill" or "mount" or "ps" or "service" or "shutdown" or "ssh" or "top" or "vim"
            && command.IsSeenByHadolint()
        )
        {
            context.Report(command.Span, Message(command: command.Name));
        }
    }
}
