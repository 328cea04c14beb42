using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3036")]
internal sealed partial class ZypperCacheKept : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name != "zypper" || PackageManager.Find(command.Name) is not { } manager)
        {
            return;
        }

        bool isLeft =
            Compatibility(context) == "hadolint"
                ? !command.HasMountNamed(manager.Caches[0])
                    && KeptFiles.AreLeftForHadolint(
                        command,
                        other => other.Name == "zypper" && other.HasArgument("install", "in"),
                        other => other.Name == "zypper" && other.HasArgument(manager.Clean)
                    )
                : context.IsShipped(command.Instruction) && KeptFiles.AreLeft(command, manager);
        if (isLeft)
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }
}
