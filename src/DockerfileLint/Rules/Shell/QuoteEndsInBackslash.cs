using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC1003: <c>\'</c> in single quotes, which ends them.</summary>
[Rule("SC1003")]
internal sealed partial class QuoteEndsInBackslash : ShellRule
{
    public override void VisitSingleQuoted(ShellSingleQuotedSyntax node, ShellRuleContext context)
    {
        if (!node.IsAnsiC && node.ValueEnd > node.ValueStart && node.Text.Text[node.ValueEnd - 1] == '\\')
        {
            context.Report(
                node.Text.Map(node.ValueEnd - 1, context.IsExact ? node.ValueEnd - 1 : node.ValueEnd + 1),
                Message(ShellNodes.Show(node))
            );
        }
    }
}
