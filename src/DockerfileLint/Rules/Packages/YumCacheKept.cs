using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3032")]
internal sealed partial class YumCacheKept : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name != "yum" || PackageManager.Find(command.Name) is not { } manager)
        {
            return;
        }

        bool isLeft =
            Compatibility(context) == "hadolint"
                ? KeptFiles.AreLeftForHadolint(
                    command,
                    other => other.Name == "yum" && other.HasArgument("install"),
                    CleansForHadolint
                )
                : context.IsShipped(command.Instruction) && KeptFiles.AreLeft(command, manager);
        if (isLeft)
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }

    private static bool CleansForHadolint(RunCommand command) =>
        (command.Name == "yum" && command.HasArgument("clean", "all"))
        || (command.Name == "rm" && command.HasArgument("-rf", "/var/cache/yum/*"));
}
