using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2117: <c>su</c> without a command, behind which the script goes on as the user that it was.</summary>
[Rule("SC2117")]
internal sealed partial class UserSwitchedInScript : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (
            !node.IsCommand("su")
            || node.Words.Length > 2
            || !node.Redirections.IsEmpty
            || (node.Words.Length == 2 && node.Words[1].StartsWith("--"))
            || node.Pipeline is { Commands.Length: > 1 }
        )
        {
            return;
        }

        context.Report(node, Message(ShellNodes.Show(node)));
    }
}
