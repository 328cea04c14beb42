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
        if (
            InstallsWithoutConstraint(command)
            && context.FindVariable("PIP_CONSTRAINT", command.Instruction).State == VariableState.Undefined
        )
        {
            PackageWords.Report(
                context,
                command.Line.Operands.Where(IsUnpinned),
                packages => Message(command: $"{command.Name} install", packages: packages)
            );
        }
    }

    /// <summary>
    /// Whether a command installs packages of Python and takes no versions from a file of constraints.
    /// </summary>
    internal static bool InstallsWithoutConstraint(RunCommand command) =>
        (IsPip(command) || command.Name == "pipx")
        && command.Subcommand == "install"
        && !command.Line.HasOption("-c", "--constraint");

    /// <summary>Whether a program is pip under one of its names, <c>pip-python</c> of Fedora included.</summary>
    internal static bool IsPip(RunCommand command) =>
        CommandGrammars.TrimVersion(command.Name) is "pip" or "pip-python";

    private static bool IsUnpinned(CommandWord word)
    {
        string text = word.Text;
        if (
            !word.IsStatic
            || text.Length == 0
            || text[0] == '.'
            || IsFile(text)
            || text.EndsWith(".zip", StringComparison.Ordinal)
        )
        {
            return false;
        }

        if (FindRepository(text) is >= 0 and var repository)
        {
            // A name before @ is that of a user: git+ssh://git@host/project
            int start = text.IndexOf('/', repository);
            return start < 0 || text.IndexOf('@', start) < 0;
        }

        return IsNameAlone(text);
    }

    /// <summary>Whether a word names a package file.</summary>
    internal static bool IsFile(string text) =>
        text.EndsWith(".whl", StringComparison.Ordinal) || text.EndsWith(".tar.gz", StringComparison.Ordinal);

    /// <summary>Whether a word is the name of a package without any comparison.</summary>
    internal static bool IsNameAlone(string text) =>
        text.IndexOf('/') < 0
        && text.IndexOfAny(['<', '>']) < 0
        && !Comparisons.Any(comparison => text.IndexOf(comparison, StringComparison.Ordinal) >= 0);

    /// <summary>Where the host of an address in a version control system begins; negative for anything else.</summary>
    internal static int FindRepository(string text)
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
