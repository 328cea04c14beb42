using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3041")]
internal sealed partial class UnpinnedDnfPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["dnf", "dnf5", "microdnf", "tdnf"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        PackageWords.Report(
            context,
            RpmPackages.FindUnpinned(command.Line),
            packages => Message(command: command.Name, packages: packages)
        );
    }
}
