using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3009")]
internal sealed partial class AptListsKept : DockerfileRule
{
    private const string Lists = "/var/lib/apt/lists";

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["apt", "apt-get", "aptitude"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            Updates(command)
            && context.IsShipped(command.Instruction)
            && !AreMounted(command)
            && !KeptFiles.AreDeletedAfter(command, Lists)
            && !command.IsFollowedBy(other => other.Subcommand is "dist-clean" or "distclean")
        )
        {
            context.Report(command.FullSpan, Message(command: $"{command.Name} update"));
        }
    }

    /// <summary>Whether a command fetches the lists of packages.</summary>
    internal static bool Updates(RunCommand command) =>
        command.Name is "apt-get" or "apt" or "aptitude" && command.Subcommand == "update";

    /// <summary>Whether the lists lie on a mount, or all that apt keeps does.</summary>
    internal static bool AreMounted(RunCommand command) =>
        command.HasMountOn(Lists) || (command.HasMountOn("/var/lib/apt") && command.HasMountOn("/var/cache/apt"));
}
