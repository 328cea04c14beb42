using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3009", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class AptListsKept : DockerfileRule
{
    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt", "apt-get", "aptitude"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            Packages.AptListsKept.Updates(command)
            && context.IsShipped(command.Instruction)
            && command.IsSeenByHadolint()
            && !Packages.AptListsKept.AreMounted(command)
            && !command.IsFollowedBy(Cleans)
            && !command.IsPrecededBy(Cleans)
        )
        {
            context.Report(command.FullSpan, Message(command: $"{command.Name} update"));
        }
    }

    private static bool Cleans(RunCommand command) =>
        command.Name == "rm" && command.HasArgument("-rf", "/var/lib/apt/lists/*") && command.IsSeenByHadolint();
}
