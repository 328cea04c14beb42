using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3019", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class ApkCacheKept : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apk"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Subcommand == "add"
            && !command.Line.HasOption("--no-cache")
            && command.IsSeenByHadolint()
            && !command.HasMountNamed("/var/cache/apk")
        )
        {
            context.Report(command.SubcommandSpan, Message(command: "apk add"));
        }
    }
}
