using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3013")]
internal sealed partial class UnpinnedPipPackage : DockerfileRule
{
    private static readonly string[] Comparisons = ["==", "~=", "!="];
    private static readonly string[] Schemes = ["git", "hg", "svn", "bzr"];

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        bool isPip = CommandGrammars.TrimVersion(command.Name) == "pip" || command.Name == "pipx";
        if (!isPip || command.Subcommand != "install" || command.Line.HasOption("-c", "--constraint"))
        {
            return;
        }

        bool asHadolint = Compatibility(context) == "hadolint";
        if (
            asHadolint
                ? command.IsSeenByHadolint() && !command.HasArgument("-r", "--requirement", ".")
                : context.FindVariable("PIP_CONSTRAINT", command.Instruction).State == VariableState.Undefined
        )
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(word => IsUnpinned(word, asHadolint)),
                packages => Message(command: $"{command.Name} install", packages: packages)
            );
        }
    }

    private static bool IsUnpinned(CommandWord word, bool asHadolint)
    {
        string text = word.Text;
        if (!asHadolint && (!word.IsStatic || text[0] == '.'))
        {
            return false;
        }

        if (
            text.EndsWith(".whl", StringComparison.Ordinal)
            || text.EndsWith(".tar.gz", StringComparison.Ordinal)
            || (!asHadolint && text.EndsWith(".zip", StringComparison.Ordinal))
        )
        {
            return false;
        }

        if (FindRepository(text) is >= 0 and var repository)
        {
            // A name before @ is that of a user: git+ssh://git@host/project
            int start = asHadolint ? 0 : text.IndexOf('/', repository);
            return start < 0 || text.IndexOf('@', start) < 0;
        }

        return text.IndexOf('/') < 0
            && text.IndexOfAny(['<', '>']) < 0
            && !Comparisons.Any(comparison => text.IndexOf(comparison, StringComparison.Ordinal) >= 0);
    }

    /// <summary>Where the host of an address in a version control system begins; negative for anything else.</summary>
    private static int FindRepository(string text)
    {
        int end = text.IndexOf("://", StringComparison.Ordinal);
        return
            end >= 0
            && Schemes.Any(scheme =>
                text.StartsWith($"{scheme}+", StringComparison.Ordinal)
                || text.StartsWith($"{scheme}:", StringComparison.Ordinal)
                || text.IndexOf($"@{scheme}+", StringComparison.Ordinal) >= 0
            )
            ? end + 3
            : -1;
    }
}
