using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3033", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnpinnedYumPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Name == "yum")
        {
            PackageWords.Report(
                context,
                HadolintRpmPackages.FindUnpinned(command, context),
                packages => Message(packages: packages)
            );
        }
    }
}
