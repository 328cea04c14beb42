using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3015", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class AptRecommendsInstalled : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt-get"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Subcommand == "install"
            && !command.Line.HasOption("--no-install-recommends")
            && !command.HasArgument("APT::Install-Recommends=false")
            && command.IsSeenByHadolint()
        )
        {
            context.Report(command.Line.SubcommandWord!.Value.Span, Message(command: $"{command.Name} install"));
        }
    }
}
