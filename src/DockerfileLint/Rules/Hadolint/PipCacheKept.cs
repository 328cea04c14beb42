using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Dockerfiles;

namespace DockerfileLint.Rules.Hadolint;

[Rule("DL3042", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class PipCacheKept : DockerfileRule
{
    private const string Setting = "PIP_NO_CACHE_DIR";

    private static readonly string[] True = ["1", "true", "True", "TRUE", "on", "On", "ON", "yes", "Yes", "YES"];

    public override bool VisitsTriggers => true;

    public override void VisitRunCommand(RunCommand command, DockerfileRuleContext context)
    {
        if (
            Packages.PipCacheKept.Installs(command)
            && command.IsSeenByHadolint()
            && !command.HasMountNamed(".cache/pip")
            && !IsOff(command, context)
        )
        {
            context.Report(command.SubcommandSpan, Message(command: $"{command.Name} install"));
        }
    }

    /// <summary>Whether the setting has a value that means yes.</summary>
    private static bool IsOff(RunCommand command, DockerfileRuleContext context) =>
        True.Any(value => context.Model.IsMentionedIn(command.Instruction, $"{Setting}={value}"))
        || (
            !command.Instruction.IsTrigger
            && context.FindVariable(Setting, command.Instruction) is { State: VariableState.Set } variable
            && True.Any(value => variable.Value.StartsWith(value, StringComparison.Ordinal))
        );
}
