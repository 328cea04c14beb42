using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3038", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class DnfWithoutYes : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Name is "dnf" or "microdnf"
            && command.IsSeenByHadolint()
            && command.HasArgument("install", "groupinstall", "localinstall")
            && PackageManager.Find(command.Name) is { } manager
            && !command.Line.HasOption(manager.Yes)
        )
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }
}
