using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3037", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnpinnedZypperPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["zypper"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Subcommand is "install" or "in" && command.IsSeenByHadolint())
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(Packages.UnpinnedZypperPackage.HasNoVersion),
                packages => Message(packages: packages)
            );
        }
    }
}
