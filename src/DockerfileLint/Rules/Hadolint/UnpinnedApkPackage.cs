using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3018", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnpinnedApkPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apk"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Subcommand == "add" && command.IsSeenByHadolint())
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(Packages.UnpinnedApkPackage.HasNoVersion),
                packages => Message(packages: packages)
            );
        }
    }
}
