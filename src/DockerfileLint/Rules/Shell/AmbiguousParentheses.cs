using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC1105: <c>((</c> that opens two subshells, or what is no expression.</summary>
[Rule("SC1105")]
internal sealed partial class AmbiguousParentheses : ShellRule
{
    public override void VisitArithmetic(ShellArithmeticSyntax node, ShellRuleContext context)
    {
        if (!ArithmeticText.IsExpression(node.Expression))
        {
            Report(node, context);
        }
    }

    public override void VisitSubshell(ShellSubshellSyntax node, ShellRuleContext context)
    {
        if (node.AsSpan() is ['(', '(', ..])
        {
            Report(node, context);
        }
    }

    private static void Report(ShellCommandSyntax node, ShellRuleContext context)
    {
        // A shell that has no expressions as commands sees two subshells.
        if (context.IsExact || context.Dialect is ShellKind.Bash or ShellKind.Ksh)
        {
            context.Report(
                node.Text.Map(node.Start, context.IsExact ? node.Start : node.Start + 2),
                Message(ShellNodes.Show(node))
            );
        }
    }
}
