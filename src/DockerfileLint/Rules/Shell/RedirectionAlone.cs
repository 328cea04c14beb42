using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2188: redirections without a command.</summary>
[Rule("SC2188")]
internal sealed partial class RedirectionAlone : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (
            node is { Words.IsEmpty: true, Assignments.IsEmpty: true, Redirections.IsEmpty: false }
            && !(node.IsInSubstitution && node.Redirections[0].Kind == ShellRedirectionKind.Input)
        )
        {
            context.Report(node.Redirections[0], Message(ShellNodes.Show(node.Redirections[0])));
        }
    }
}
