using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3041", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnpinnedDnfPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["dnf", "microdnf"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        PackageWords.Report(
            context,
            HadolintRpmPackages.FindUnpinned(command, context),
            packages => Message(command: command.Name, packages: packages)
        );
    }
}
