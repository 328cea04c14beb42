using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3032", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class YumCacheKept : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["yum"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.LeavesFiles(
                other => other.Name == "yum" && other.HasArgument("install"),
                other =>
                    (other.Name == "yum" && other.HasArgument("clean", "all"))
                    || (other.Name == "rm" && other.HasArgument("-rf", "/var/cache/yum/*"))
            )
        )
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} {command.Subcommand}"));
        }
    }
}
