using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3028")]
internal sealed partial class UnpinnedGem : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["gem"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (InstallsWithoutVersion(command))
        {
            PackageWords.Report(context, Find(command), packages => Message(packages: packages));
        }
    }

    /// <summary>Whether a command installs gems and does not say which version of all of them.</summary>
    internal static bool InstallsWithoutVersion(RunCommand command) =>
        command.Name == "gem" && command.Subcommand is "install" or "i" && !command.Line.HasOption("-v", "--version");

    /// <summary>Words that name neither version nor file; what follows <c>--</c> is for the compiler.</summary>
    private static IEnumerable<CommandWord> Find(RunCommand command)
    {
        int end = command.Arguments.FirstOrDefault(word => word.Text == "--").Span.Start;
        return command.Line.Operands.Where(word =>
            (end == 0 || word.Span.Start < end)
            && word.IsStatic
            && word.Text.IndexOfAny([':', '/']) < 0
            && !word.Text.EndsWith(".gem", StringComparison.Ordinal)
        );
    }
}
