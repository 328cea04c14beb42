using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3016")]
internal sealed partial class UnpinnedNpmPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["bun", "npm", "pnpm", "yarn"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        int skipped = command.Name switch
        {
            "npm" when command.Subcommand is "install" or "i" or "add" or "in" => 0,
            "pnpm" or "bun" when command.Subcommand is "add" or "install" or "i" or "a" => 0,
            "yarn" when command.Subcommand == "add" => 0,
            "yarn"
                when command.Subcommand == "global"
                    && !command.Line.Operands.IsEmpty
                    && command.Line.Operands[0].Text == "add" => 1,
            _ => -1,
        };
        if (skipped >= 0)
        {
            string operation =
                skipped == 0 ? command.Subcommand! : $"{command.Subcommand} {command.Line.Operands[0].Text}";
            PackageWords.Report(
                context,
                command
                    .Line.Operands.Skip(skipped)
                    .Where(word => word.IsStatic && !IsPinned(word.Text) && !IsElsewhere(word.Text)),
                packages => Message(command: $"{command.Name} {operation}", packages: packages)
            );
        }
    }

    /// <summary>Whether a word holds a version, or is a file.</summary>
    internal static bool IsPinned(string word)
    {
        if (word.StartsWith("git://", StringComparison.Ordinal) || word.StartsWith("git+", StringComparison.Ordinal))
        {
            return word.IndexOf('#') >= 0;
        }

        if (
            word.EndsWith(".tar", StringComparison.Ordinal)
            || word.EndsWith(".tar.gz", StringComparison.Ordinal)
            || word.EndsWith(".tgz", StringComparison.Ordinal)
            || word.StartsWith("/", StringComparison.Ordinal)
            || word.StartsWith("./", StringComparison.Ordinal)
            || word.StartsWith("../", StringComparison.Ordinal)
            || word.StartsWith("~/", StringComparison.Ordinal)
        )
        {
            return true;
        }

        // The first @ of @scope/package is no version.
        int start = word.StartsWith("@", StringComparison.Ordinal) ? word.IndexOf('/') : 0;
        return start >= 0 && word.IndexOf('@', start) >= 0;
    }

    /// <summary>Whether a word names a folder, or an address that may hold a version.</summary>
    private static bool IsElsewhere(string word) =>
        word is "." or ".."
        || word.IndexOf('#') >= 0
        || word.StartsWith("file:", StringComparison.Ordinal)
        || word.StartsWith("link:", StringComparison.Ordinal)
        || word.StartsWith("http", StringComparison.Ordinal) && word.IndexOf("://", StringComparison.Ordinal) >= 0;
}
