using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3016", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnpinnedNpmPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["npm"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Subcommand == "install" && command.IsSeenByHadolint())
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(word => !Packages.UnpinnedNpmPackage.IsPinned(word.Text)),
                packages => Message(command: "npm install", packages: packages)
            );
        }
    }
}
