using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3036", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class ZypperCacheKept : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["zypper"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            PackageManager.Find(command.Name) is { } manager
            && !command.HasMountNamed(manager.Caches[0])
            && command.LeavesFiles(
                other => other.Name == "zypper" && other.HasArgument("install", "in"),
                other => other.Name == "zypper" && other.HasArgument(manager.Clean)
            )
        )
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }
}
