using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3033")]
internal sealed partial class UnpinnedYumPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["yum"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        PackageWords.Report(context, RpmPackages.FindUnpinned(command.Line), packages => Message(packages: packages));
    }
}
