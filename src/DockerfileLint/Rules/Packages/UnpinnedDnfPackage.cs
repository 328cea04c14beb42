using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3041")]
internal sealed partial class UnpinnedDnfPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        bool asHadolint = Compatibility(context) == "hadolint";
        if (command.Name is "dnf" or "microdnf" || (!asHadolint && command.Name is "dnf5" or "tdnf"))
        {
            PackageWords.Report(
                context,
                RpmPackages.FindUnpinned(command, context, asHadolint),
                packages => Message(command: command.Name, packages: packages)
            );
        }
    }
}
