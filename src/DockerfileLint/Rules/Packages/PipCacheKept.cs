using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3042")]
internal sealed partial class PipCacheKept : DockerfileRule
{
    private const string Cache = ".cache/pip";
    private const string Setting = "PIP_NO_CACHE_DIR";

    private static readonly string[] HadolintTrue =
    [
        "1",
        "true",
        "True",
        "TRUE",
        "on",
        "On",
        "ON",
        "yes",
        "Yes",
        "YES",
    ];

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            CommandGrammars.TrimVersion(command.Name) != "pip"
            || command.Subcommand != "install"
            || command.Line.HasOption("--no-cache-dir")
        )
        {
            return;
        }

        if (
            Compatibility(context) == "hadolint"
                ? command.IsSeenByHadolint() && !command.HasMountNamed(Cache) && !IsOffForHadolint(command, context)
                : context.IsShipped(command.Instruction) && !IsOff(command, context) && !IsElsewhere(command, context)
        )
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} install"));
        }
    }

    /// <summary>
    /// Whether the setting is given in the environment: pip takes any value of it, <c>0</c> and <c>off</c> too, for the
    /// wish to have no cache.
    /// </summary>
    private static bool IsOff(RunCommand command, DockerfileRuleContext context) =>
        command.HasUnknownArgument()
        || command.Line.HasOption("--no-cache", "--dry-run")
        || context.Model.IsMentionedBefore(command.Instruction, "pip.conf")
        || context.Model.IsMentionedBefore(command.Instruction, ".no-cache-dir")
        || context.FindVariable(Setting, command.Instruction) is { State: not VariableState.Undefined } variable
            && variable.MayBe(static value => value.Length > 0)
        || context.Model.IsMentionedBefore(command.Instruction, Setting);

    /// <summary>Whether the cache is deleted, or lies in a folder that is.</summary>
    private static bool IsElsewhere(RunCommand command, DockerfileRuleContext context)
    {
        string? folder =
            command.Line.FindOption("--cache-dir")?.Value
            ?? context.FindVariable("PIP_CACHE_DIR", command.Instruction).Guess;
        if (folder is { Length: > 1 } && (command.HasMountOn(folder) || KeptFiles.AreDeletedAfter(command, folder)))
        {
            return true;
        }

        return command.HasMountOn(Cache)
            || KeptFiles.AreDeletedAfter(command, Cache)
            || command.IsFollowedBy(other =>
                other.Subcommand == "cache"
                && CommandGrammars.TrimVersion(other.Name) == "pip"
                && other.HasArgument("purge")
            );
    }

    private static bool IsOffForHadolint(RunCommand command, DockerfileRuleContext context) =>
        HadolintTrue.Any(value => context.Model.IsMentionedIn(command.Instruction, $"{Setting}={value}"))
        || (
            !command.Instruction.IsTrigger
            && context.FindVariable(Setting, command.Instruction) is { State: VariableState.Set } variable
            && HadolintTrue.Any(value => variable.Guess.StartsWith(value, StringComparison.Ordinal))
        );
}
