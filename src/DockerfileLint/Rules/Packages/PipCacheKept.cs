using DockerfileLint.Semantics.Commands;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Packages;

[Rule("DL3042")]
internal sealed partial class PipCacheKept : DockerfileRule
{
    private const string Cache = ".cache/pip";
    private const string Setting = "PIP_NO_CACHE_DIR";

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            Installs(command)
            && context.IsShipped(command.Instruction)
            && !IsOff(command, context)
            && !IsElsewhere(command, context)
        )
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} install"));
        }
    }

    /// <summary>Whether a command is <c>pip install</c> and does not say that it wants no cache.</summary>
    internal static bool Installs(RunCommand command) =>
        UnpinnedPipPackage.IsPip(command)
        && command.Subcommand == "install"
        && !command.Line.HasOption("--no-cache-dir");

    /// <summary>
    /// Whether the setting is given in the environment: pip takes any value of it, <c>0</c> and <c>off</c> too, for the
    /// wish to have no cache.
    /// </summary>
    private static bool IsOff(RunCommand command, DockerfileRuleContext context) =>
        command.HasUnknownArgument()
        || command.Line.HasOption("--no-cache", "--dry-run")
        || Mentions.Of(context.Model).ExistBefore(command.Instruction, "pip.conf")
        || Mentions.Of(context.Model).ExistBefore(command.Instruction, ".no-cache-dir")
        || context.FindVariable(Setting, command.Instruction) is { State: not VariableState.Undefined } variable
            && variable.MayBe(static value => value.Length > 0)
        || Mentions.Of(context.Model).ExistBefore(command.Instruction, Setting);

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
}
