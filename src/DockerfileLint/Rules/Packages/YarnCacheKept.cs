using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3060")]
internal sealed partial class YarnCacheKept : DockerfileRule
{
    /// <summary>Where the versions of yarn keep what they download: of the user, of root, of the newer ones.</summary>
    private static readonly string[] Caches = [".cache/yarn", "/usr/local/share/.cache", ".yarn/berry", ".yarn/cache"];

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["yarn"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (Installs(command) && context.IsShipped(command.Instruction) && !IsCleaned(command, context))
        {
            context.Report(
                command.SubcommandSpan,
                Message(command: command.Subcommand is { } subcommand ? $"yarn {subcommand}" : "yarn")
            );
        }
    }

    private static bool Installs(RunCommand command) =>
        command.Name == "yarn"
        && command.Subcommand switch
        {
            null => !command.Line.HasOption("-v", "--version", "-h", "--help"),
            "install" or "add" or "up" or "upgrade" => true,
            "global" => !command.Line.Operands.IsEmpty && command.Line.Operands[0].Text is "add" or "upgrade",
            "workspaces" => !command.Line.Operands.IsEmpty && command.Line.Operands[0].Text == "focus",
            _ => false,
        };

    /// <summary>Whether the cache is mounted or deleted, or a later command of the step fills it anyway.</summary>
    private static bool IsCleaned(RunCommand command, DockerfileRuleContext context)
    {
        string? folder =
            command.Line.FindOption("--cache-folder")?.Value
            ?? context.FindVariable("YARN_CACHE_FOLDER", command.Instruction).Guess;
        IEnumerable<string> folders = folder is { Length: > 1 } ? Caches.Append(folder) : Caches;
        return folders.Any(each => command.HasMountOn(each) || KeptFiles.AreDeletedAfter(command, each))
            || command.Script.Mounts.Any(mount =>
                mount.IsKeptOut && mount.Target.IndexOf("yarn", StringComparison.Ordinal) >= 0
            )
            || command.IsFollowedBy(other =>
                Installs(other) || (other.Name == "yarn" && other.Subcommand == "cache" && other.HasArgument("clean"))
            );
    }
}
