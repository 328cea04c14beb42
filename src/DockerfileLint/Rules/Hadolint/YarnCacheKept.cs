using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3060", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class YarnCacheKept : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["yarn"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            context.IsShipped(command.Instruction)
            && !command.HasMountNamed(".cache/yarn")
            && command.LeavesFiles(
                other => other.Name == "yarn" && other.HasArgument("install"),
                other => other.Name == "yarn" && other.HasArgument("cache", "clean")
            )
        )
        {
            context.Report(
                command.SubcommandSpan,
                Message(command: command.Subcommand is { } subcommand ? $"yarn {subcommand}" : "yarn")
            );
        }
    }
}
