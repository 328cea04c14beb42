using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL5031")]
internal sealed partial class NpmCacheKept : DockerfileRule
{
    /// <summary>Where npm keeps what it downloads, of any user and of root.</summary>
    private static readonly string[] Caches = [".npm/_cacache", "/root/.npm/_cacache"];

    public override bool VisitsTriggers => true;

    public override IReadOnlyCollection<string> Programs => ["npm"];

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (Installs(command) && context.IsShipped(command.Instruction) && !IsCleaned(command, context))
        {
            context.Report(command.SubcommandSpan, Message(command: $"npm {command.Subcommand}"));
        }
    }

    private static bool Installs(RunCommand command) =>
        command
            is {
                Name: "npm",
                Subcommand: "install"
                    or "i"
                    or "in"
                    or "add"
                    or "ci"
                    or "clean-install"
                    or "install-clean"
                    or "ic"
                    or "install-test"
                    or "it"
                    or "install-ci-test"
                    or "cit"
                    or "update"
                    or "up"
                    or "upgrade"
            }
        && !command.Line.HasOption("--dry-run", "--package-lock-only", "--offline");

    /// <summary>
    /// Whether the cache is mounted, elsewhere or deleted, or a later command of the step fills it anyway.
    /// </summary>
    private static bool IsCleaned(RunCommand command, DockerfileRuleContext context)
    {
        string? folder =
            command.Line.FindOption("--cache")?.Value
            ?? FindSetting("npm_config_cache", command, context)
            ?? FindSetting("NPM_CONFIG_CACHE", command, context);
        return (folder is null ? Caches : [.. Caches, folder]).Any(each =>
                command.HasMountOn(each) || KeptFiles.AreDeletedAfter(command, each)
            )
            || command.Script.Mounts.Any(mount =>
                mount.IsKeptOut && mount.Target.IndexOf("npm", StringComparison.Ordinal) >= 0
            )
            || Mentions.Of(context.Model).ExistBefore(command.Instruction, "config set cache")
            || command.IsFollowedBy(other => Installs(other) || Empties(other));
    }

    private static string? FindSetting(string name, RunCommand command, DockerfileRuleContext context) =>
        context.FindVariable(name, command.Instruction).Guess is { Length: > 1 } folder ? folder : null;

    private static bool Empties(RunCommand command) =>
        command is { Name: "npm", Subcommand: "cache" } && command.HasArgument("clean", "clear", "rm");
}
