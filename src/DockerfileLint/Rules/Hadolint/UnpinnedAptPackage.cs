using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3008", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnpinnedAptPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt-get"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Subcommand == "install" && command.IsSeenByHadolint())
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(Packages.UnpinnedAptPackage.HasNoVersion),
                packages => Message(packages: packages)
            );
        }
    }
}
