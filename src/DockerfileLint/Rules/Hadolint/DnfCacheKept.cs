using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3040", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class DnfCacheKept : DockerfileRule
{
    private static readonly string[] Installing =
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

    /// <summary>hadolint knows two of the programs, each for itself, and the caches of one of them.</summary>
    public override IReadOnlyCollection<string> Programs => ["dnf", "microdnf"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            !command.HasMountNamed("/var/cache/libdnf5")
            && !command.HasMountNamed(".cache/libdnf5")
            && command.LeavesFiles(
                other => other.Name == command.Name && other.HasArgument(Installing),
                other =>
                    (other.Name == command.Name && other.HasArgument("clean", "all"))
                    || (other.Name == "rm" && other.HasArgument("-rf", "/var/cache/libdnf5*"))
            )
        )
        {
            context.Report(
                command.SubcommandSpan,
                Message(command: $"{command.Name} {command.Subcommand}", clean: $"{command.Name} clean all")
            );
        }
    }
}
