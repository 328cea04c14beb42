using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3035", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class ZypperDistUpgrade : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["zypper"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Subcommand is "dist-upgrade" or "dup" && command.IsSeenByHadolint())
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }
}
