using DockerfileLint.Diagnostics;
using DockerfileLint.Rules.Packages;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3028", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnpinnedGem : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["gem"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (Packages.UnpinnedGem.InstallsWithoutVersion(command) && command.IsSeenByHadolint())
        {
            PackageWords.Report(context, Find(command), packages => Message(packages: packages));
        }
    }

    /// <summary>hadolint takes the word after any option for its value.</summary>
    private static IEnumerable<CommandWord> Find(RunCommand command)
    {
        for (int i = 0; i < command.Arguments.Length && command.Arguments[i].Text != "--"; i++)
        {
            CommandWord word = command.Arguments[i];
            if (word.Text.StartsWith("-", StringComparison.Ordinal))
            {
                i++;
            }
            else if (word.Text is not ("install" or "i") && word.Text.IndexOf(':') < 0)
            {
                yield return word;
            }
        }
    }
}
