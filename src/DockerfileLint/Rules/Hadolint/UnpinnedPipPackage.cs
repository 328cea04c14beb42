using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3013", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnpinnedPipPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            Packages.UnpinnedPipPackage.InstallsWithoutConstraint(command)
            && command.IsSeenByHadolint()
            && !command.HasArgument("-r", "--requirement", ".")
        )
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(word => IsUnpinned(word.Text)),
                packages => Message(command: $"{command.Name} install", packages: packages)
            );
        }
    }

    private static bool IsUnpinned(string text) =>
        !Packages.UnpinnedPipPackage.IsFile(text)
        && (
            Packages.UnpinnedPipPackage.FindRepository(text) >= 0
                ? text.IndexOf('@') < 0
                : Packages.UnpinnedPipPackage.IsNameAlone(text)
        );
}
