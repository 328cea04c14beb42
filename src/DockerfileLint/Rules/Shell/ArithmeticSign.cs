using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2004: <c>$</c> in front of a variable in an expression.</summary>
[Rule("SC2004")]
internal sealed partial class ArithmeticSign : ShellRule
{
    public override void VisitArithmeticExpansion(ShellArithmeticExpansionSyntax node, ShellRuleContext context)
    {
        for (int i = 0; i < node.Parts.Length; i++)
        {
            if (
                node.Parts[i] is ShellParameterSyntax { IsLength: false, IsIndirect: false } parameter
                && ShellNodes.IsName(parameter.Name.AsSpan())
                && parameter.Operator.Length == 0
                && IsAlone(parameter)
            )
            {
                context.Report(parameter, Message(ShellNodes.Show(parameter), parameter.Name));
            }
        }
    }

    /// <summary>Whether nothing touches the variable that makes one operand of both, as in <c>1$n</c>.</summary>
    private static bool IsAlone(ShellParameterSyntax parameter)
    {
        string text = parameter.Text.Text;
        char before = parameter.Start > 0 ? text[parameter.Start - 1] : ' ';
        char after = parameter.End < text.Length ? text[parameter.End] : ' ';
        return !Touches(before) && !Touches(after);
    }

    private static bool Touches(char c) => ShellCharacters.IsName(c) || c is '#' or '$' or '}' or '`';
}
