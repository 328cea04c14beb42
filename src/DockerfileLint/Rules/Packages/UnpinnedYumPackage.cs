using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3033")]
internal sealed partial class UnpinnedYumPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name == "yum")
        {
            PackageWords.Report(
                context,
                RpmPackages.FindUnpinned(command.Line),
                packages => Message(packages: packages)
            );
        }
    }
}
