using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3034", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class ZypperWithoutYes : DockerfileRule
{
    private static readonly string[] Asking = ["install", "in", "remove", "rm", "source-install", "si", "patch"];

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["zypper"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            PackageManager.Find(command.Name) is { } manager
            && command.IsSeenByHadolint()
            && command.HasArgument(Asking)
            && !command.Line.HasOption(manager.Yes)
        )
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }
}
