using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3014", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class AptGetWithoutYes : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt-get"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Subcommand == "install"
            && command.IsSeenByHadolint()
            && PackageManager.Find(command.Name) is { } manager
            && !Packages.AptGetWithoutYes.IsAssumed(command.Line, manager)
        )
        {
            context.Report(
                command.Line.SubcommandWord!.Value.Span,
                Message(command: $"{command.Name} {command.Subcommand}")
            );
        }
    }
}
