using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2128: an array without an index is its first element.</summary>
[Rule("SC2128")]
internal sealed partial class ArrayAsText : ShellRule
{
    public override void VisitParameter(ShellParameterSyntax node, ShellRuleContext context)
    {
        if (
            !node.IsLength
            && !node.IsIndirect
            && node.Operator.Length == 0
            && node.Operands.IsEmpty
            && node.Parent is not ShellArithmeticExpansionSyntax
            && (IsArrayOfShell(node.Name) || context.Variables.IsArray(node.Name))
        )
        {
            context.Report(node, Message(node.Name));
        }
    }

    private static bool IsArrayOfShell(string name) =>
        name
            is "GROUPS"
                or "DIRSTACK"
                or "PIPESTATUS"
                or "FUNCNAME"
                or "BASH_SOURCE"
                or "BASH_LINENO"
                or "BASH_REMATCH"
                or "BASH_ARGV";
}
