using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3037")]
internal sealed partial class UnpinnedZypperPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["zypper"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Subcommand is "install" or "in" && InstallsPackages(command.Line))
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(IsUnpinned),
                packages => Message(packages: packages)
            );
        }
    }

    /// <summary>Patterns and patches have no versions to choose from.</summary>
    private static bool InstallsPackages(ParsedCommandLine line) =>
        line.FindOption("-t", "--type")?.Value is null or "package";

    private static bool IsUnpinned(CommandWord word) =>
        HasNoVersion(word)
        && word.IsStatic
        && word.Text.IndexOfAny(['/', ':', '(']) < 0
        && word.Text is { Length: > 0 } text
        && text[0] is not ('!' or '~');

    /// <summary>Whether a word is no file and holds no comparison, behind which a version stands.</summary>
    internal static bool HasNoVersion(CommandWord word) =>
        word.Text.IndexOfAny(['=', '<', '>']) < 0 && !word.Text.EndsWith(".rpm", StringComparison.Ordinal);
}
