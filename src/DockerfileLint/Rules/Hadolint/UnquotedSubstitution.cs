using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Hadolint;

/// <summary>SC2046 of ShellCheck: whatever the command is.</summary>
[Rule("SC2046", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnquotedSubstitution : ShellRule
{
    public override void VisitCommandSubstitution(ShellCommandSubstitutionSyntax node, ShellRuleContext context)
    {
        if (Shell.UnquotedSubstitution.IsSplit(node, context))
        {
            context.Report(node, Message(node.ToString()));
        }
    }
}
