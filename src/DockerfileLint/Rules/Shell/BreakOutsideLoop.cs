using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2105: <c>break</c> or <c>continue</c> outside of a loop. SC2104: in a function.</summary>
[Rule("SC2104", true)]
[Rule("SC2105", false)]
internal sealed partial class BreakOutsideLoop(bool isInFunction) : ShellRule
{
    private readonly bool _isInFunction = isInFunction;

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name || !(name.Is("break") || name.Is("continue")))
        {
            return;
        }

        for (SyntaxNode? parent = node.Parent; parent is not (null or ShellScriptSyntax); parent = parent.Parent)
        {
            if (parent is ShellForSyntax or ShellWhileSyntax)
            {
                return;
            }

            if (parent is ShellFunctionSyntax)
            {
                if (_isInFunction)
                {
                    context.Report(name, Message(ShellNodes.Show(name)));
                }

                return;
            }
        }

        if (!_isInFunction)
        {
            context.Report(name, Message(ShellNodes.Show(name)));
        }
    }
}
