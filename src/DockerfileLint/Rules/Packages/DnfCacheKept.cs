using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3040")]
internal sealed partial class DnfCacheKept : DockerfileRule
{
    private static readonly string[] HadolintInstalls =
    [
        "install",
        "in",
        "upgrade",
        "up",
        "upgrade-minimal",
        "up-min",
        "reinstall",
        "rei",
    ];

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            command.Name is not ("dnf" or "dnf5" or "microdnf" or "tdnf")
            || PackageManager.Find(command.Name) is not { } manager
        )
        {
            return;
        }

        if (
            Compatibility(context) == "hadolint"
                ? IsLeftForHadolint(command)
                : context.IsShipped(command.Instruction) && KeptFiles.AreLeft(command, manager)
        )
        {
            context.Report(
                command.SubcommandSpan,
                Message(command: $"{command.Name} {command.Subcommand}", clean: $"{command.Name} clean all")
            );
        }
    }

    /// <summary>hadolint knows two of the programs, each for itself, and the caches of one of them.</summary>
    private static bool IsLeftForHadolint(RunCommand command) =>
        command.Name is "dnf" or "microdnf"
        && !command.HasMountNamed("/var/cache/libdnf5")
        && !command.HasMountNamed(".cache/libdnf5")
        && KeptFiles.AreLeftForHadolint(
            command,
            other => other.Name == command.Name && other.HasArgument(HadolintInstalls),
            other =>
                (other.Name == command.Name && other.HasArgument("clean", "all"))
                || (other.Name == "rm" && other.HasArgument("-rf", "/var/cache/libdnf5*"))
        );
}
