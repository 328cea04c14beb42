using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3008")]
internal sealed partial class UnpinnedAptPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt", "apt-get", "aptitude"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Subcommand == "install")
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(word => word.IsStatic && HasNoVersion(word)),
                packages => Message(packages: packages)
            );
        }
    }

    /// <summary>A version stands behind <c>=</c>, a release behind <c>/</c>; a file is what it is.</summary>
    internal static bool HasNoVersion(CommandWord word) =>
        word.Text.IndexOfAny(['=', '/']) < 0 && !word.Text.EndsWith(".deb", StringComparison.Ordinal);
}
