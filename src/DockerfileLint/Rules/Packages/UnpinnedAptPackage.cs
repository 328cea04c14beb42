using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3008")]
internal sealed partial class UnpinnedAptPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        bool asHadolint = Compatibility(context) == "hadolint";
        if (
            command.Subcommand == "install"
            && (
                asHadolint
                    ? command.Name == "apt-get" && command.IsSeenByHadolint()
                    : command.Name is "apt-get" or "apt" or "aptitude"
            )
        )
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(word => IsUnpinned(word, asHadolint)),
                packages => Message(packages: packages)
            );
        }
    }

    /// <summary>A version stands behind <c>=</c>, a release behind <c>/</c>; a file is what it is.</summary>
    private static bool IsUnpinned(CommandWord word, bool asHadolint) =>
        (asHadolint || word.IsStatic)
        && word.Text.IndexOfAny(['=', '/']) < 0
        && !word.Text.EndsWith(".deb", StringComparison.Ordinal);
}
