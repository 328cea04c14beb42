using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3018")]
internal sealed partial class UnpinnedApkPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        bool asHadolint = Compatibility(context) == "hadolint";
        if (command.Name == "apk" && command.Subcommand == "add" && (!asHadolint || command.IsSeenByHadolint()))
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(word => IsUnpinned(word, asHadolint)),
                packages => Message(packages: packages)
            );
        }
    }

    /// <summary>
    /// A version stands behind a comparison, a file is what it is, and an exclamation mark forbids a package.
    /// </summary>
    private static bool IsUnpinned(CommandWord word, bool asHadolint) =>
        word.Text.IndexOfAny(['=', '~', '>', '<']) < 0
        && !word.Text.EndsWith(".apk", StringComparison.Ordinal)
        && (
            asHadolint
            || (word.IsStatic && word.Text.IndexOf('/') < 0 && !word.Text.StartsWith("!", StringComparison.Ordinal))
        );
}
