using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Hadolint;

/// <summary>SC2115 of ShellCheck: whatever the variables are, and patterns in folders of the system.</summary>
[Rule("SC2115", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class RemovalOfRoot : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!Shell.RemovalOfRoot.IsRecursive(node))
        {
            return;
        }

        foreach (ShellWordSyntax word in node.Words)
        {
            if ((word.HasExpansions || ShellWords.IsPattern(word)) && Shell.RemovalOfRoot.IsSystemFolder(word))
            {
                context.Report(word, Message(word.ToString()));
            }
        }
    }
}
