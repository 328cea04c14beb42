using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2112, SC2113: <c>function</c>, which a POSIX shell does not know.</summary>
[Rule("SC2112", true)]
[Rule("SC2113", false)]
internal sealed partial class FunctionKeyword(bool hasParentheses) : ShellRule
{
    private readonly bool _hasParentheses = hasParentheses;

    public override void VisitFunction(ShellFunctionSyntax node, ShellRuleContext context)
    {
        if (
            node.Name.Start > node.Start
            && (
                context.Dialect is ShellKind.Sh or ShellKind.Dash
                || (context.IsExact && context.Dialect == ShellKind.Ash)
            )
            && HasParentheses(node) == _hasParentheses
        )
        {
            context.Report(node, Message(ShellNodes.Show(node.Name)));
        }
    }

    private static bool HasParentheses(ShellFunctionSyntax node) =>
        node.Text.AsSpan(node.Name.End, node.Body?.Start ?? node.End).IndexOf('(') >= 0;
}
