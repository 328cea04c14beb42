using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3062", Behaviour = RuleBehaviour.Hadolint)]
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
    /// hadolint knows no option that takes a value, and looks at nothing else where there is a <c>go run</c>.
    /// </summary>
    private static IEnumerable<CommandWord> Find(RunCommand command)
    {
        if (
            !command.IsSeenByHadolint()
            || (command.Subcommand != "run" && (command.IsPrecededBy(IsRun) || command.IsFollowedBy(IsRun)))
        )
        {
            return [];
        }

        IEnumerable<CommandWord> words = command.WordsWithoutDash().Skip(1);
        return (command.Subcommand == "run" ? words.Take(1) : words).Where(word =>
            !Packages.UnpinnedGoPackage.IsPath(word.Text)
            && Packages.UnpinnedGoPackage.GetVersion(word.Text) is null or "latest" or "none"
        );
    }

    private static bool IsRun(RunCommand command) => command.Name == "go" && command.HasArgument("run");
}
