using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3062")]
internal sealed partial class UnpinnedGoPackage : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["go"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (command.Subcommand is "install" or "get" or "run")
        {
            PackageWords.Report(
                context,
                Find(command),
                names => Message(command: $"go {command.Subcommand}", packages: names)
            );
        }
    }

    /// <summary>
    /// <c>go get</c> looks for the newest version of a package without one; <c>go install</c> and <c>go run</c> take
    /// what go.mod says, and know no package outside. Versions that move are meant in any case.
    /// </summary>
    private static IEnumerable<CommandWord> Find(RunCommand command)
    {
        int count = command.Subcommand == "run" ? 1 : int.MaxValue;
        return command
            .Line.Operands.Take(count)
            .Where(word =>
                word.IsStatic
                && !IsPath(word.Text)
                && (
                    GetVersion(word.Text) is { } version
                        ? IsMoving(version)
                        : command.Subcommand == "get" && IsRemote(word.Text)
                )
            );
    }

    /// <summary>Whether a word names a folder or a file.</summary>
    internal static bool IsPath(string word) => word.Length == 0 || word[0] is '/' or '.';

    /// <summary>Whether a package comes from elsewhere: its first part is a host.</summary>
    private static bool IsRemote(string word)
    {
        int slash = word.IndexOf('/');
        return word.IndexOf('.') is >= 0 and var dot && dot < (slash < 0 ? word.Length : slash);
    }

    /// <summary>What stands behind <c>@</c>.</summary>
    internal static string? GetVersion(string word) =>
        word.IndexOf('@') is >= 0 and var at ? word.Substring(at + 1) : null;

    /// <summary>
    /// Whether a version is a query whose answer changes, as <c>latest</c> and the name of a branch are.
    /// </summary>
    private static bool IsMoving(string version) =>
        version is "latest" or "upgrade" or "patch" or "master" or "main" or "HEAD";
}
