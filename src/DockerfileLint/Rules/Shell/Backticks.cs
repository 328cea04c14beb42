using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2006: command substitutions in backticks.</summary>
[Rule("SC2006")]
internal sealed partial class Backticks : ShellRule
{
    public override void VisitCommandSubstitution(ShellCommandSubstitutionSyntax node, ShellRuleContext context)
    {
        // What holds no command is a comment between lines.
        if (node is { IsBacktick: true, Statements.IsEmpty: false })
        {
            context.Report(node, Message(node.ToString()));
        }
    }
}
