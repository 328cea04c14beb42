using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3009")]
internal sealed partial class AptListsKept : DockerfileRule
{
    private const string Lists = "/var/lib/apt/lists";

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Name is not ("apt-get" or "apt" or "aptitude")
            || command.Subcommand != "update"
            || !context.IsShipped(command.Instruction)
        )
        {
            return;
        }

        bool asHadolint = Compatibility(context) == "hadolint";
        if ((!asHadolint || command.IsSeenByHadolint()) && !AreListsGone(command, asHadolint))
        {
            context.Report(command.FullSpan, Message(command: $"{command.Name} update"));
        }
    }

    private static bool AreListsGone(RunCommand command, bool asHadolint)
    {
        if (command.HasMountOn(Lists) || (command.HasMountOn("/var/lib/apt") && command.HasMountOn("/var/cache/apt")))
        {
            return true;
        }

        if (asHadolint)
        {
            return command.IsFollowedBy(CleansForHadolint) || command.IsPrecededBy(CleansForHadolint);
        }

        return KeptFiles.AreDeletedAfter(command, Lists)
            || command.IsFollowedBy(other => other.Subcommand is "dist-clean" or "distclean");
    }

    private static bool CleansForHadolint(RunCommand command) =>
        command.Name == "rm" && command.HasArgument("-rf", "/var/lib/apt/lists/*") && command.IsSeenByHadolint();
}
