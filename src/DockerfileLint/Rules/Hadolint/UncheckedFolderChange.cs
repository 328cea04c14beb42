using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Hadolint;

/// <summary>SC2164 of ShellCheck, also where nothing follows.</summary>
[Rule("SC2164", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UncheckedFolderChange : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (Shell.UncheckedFolderChange.IsUnchecked(node, context))
        {
            context.Report(node, Message(node.Name!.ToString()));
        }
    }
}
