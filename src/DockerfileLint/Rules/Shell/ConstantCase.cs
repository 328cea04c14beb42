using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2194: <c>case</c> of a constant.</summary>
[Rule("SC2194")]
internal sealed partial class ConstantCase : ShellRule
{
    public override void VisitCase(ShellCaseSyntax node, ShellRuleContext context)
    {
        if (node.Subject is { IsLiteral: true } subject)
        {
            context.Report(subject, Message(ShellNodes.Show(subject)));
        }
    }
}
