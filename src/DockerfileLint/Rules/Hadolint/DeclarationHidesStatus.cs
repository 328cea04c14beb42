using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Hadolint;

/// <summary>SC2155 of ShellCheck: whatever the command is.</summary>
[Rule("SC2155", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class DeclarationHidesStatus : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!ShellWords.IsDeclaration(node))
        {
            return;
        }

        foreach (ShellWordSyntax word in node.Words)
        {
            if (
                Shell.DeclarationHidesStatus.FindSubstitution(word) is { Statements.IsEmpty: false }
                && ShellWords.GetAssignedName(word, out _, out _) is { } name
            )
            {
                context.Report(
                    node.Text.Map(word.Start, word.Start + name.Length),
                    Message(node.Name!.ToString(), name)
                );
            }
        }
    }
}
