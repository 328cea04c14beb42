using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3018")]
internal sealed partial class UnpinnedApkPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apk"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Subcommand == "add")
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(IsUnpinned),
                packages => Message(packages: packages)
            );
        }
    }

    /// <summary>An exclamation mark forbids a package.</summary>
    private static bool IsUnpinned(CommandWord word) =>
        HasNoVersion(word)
        && word.IsStatic
        && word.Text.IndexOf('/') < 0
        && !word.Text.StartsWith("!", StringComparison.Ordinal);

    /// <summary>Whether a word is no file and holds no comparison, behind which a version stands.</summary>
    internal static bool HasNoVersion(CommandWord word) =>
        word.Text.IndexOfAny(['=', '~', '>', '<']) < 0 && !word.Text.EndsWith(".apk", StringComparison.Ordinal);
}
