using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3028")]
internal sealed partial class UnpinnedGem : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Name != "gem"
            || command.Subcommand is not ("install" or "i")
            || command.Line.HasOption("-v", "--version")
        )
        {
            return;
        }

        bool asHadolint = Compatibility(context) == "hadolint";
        if (!asHadolint || command.IsSeenByHadolint())
        {
            PackageWords.Report(
                context,
                asHadolint ? FindForHadolint(command) : Find(command),
                packages => Message(packages: packages)
            );
        }
    }

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

    /// <summary>hadolint takes the word after any option for its value.</summary>
    private static IEnumerable<CommandWord> FindForHadolint(RunCommand command)
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
