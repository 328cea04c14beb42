using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3041")]
internal sealed partial class UnpinnedDnfPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name is "dnf" or "dnf5" or "microdnf" or "tdnf")
        {
            PackageWords.Report(
                context,
                RpmPackages.FindUnpinned(command.Line),
                packages => Message(command: command.Name, packages: packages)
            );
        }
    }
}
