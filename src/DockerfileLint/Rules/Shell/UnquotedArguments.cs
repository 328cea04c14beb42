using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2048 and SC2068: arguments and elements are split once more.</summary>
/// <param name="sign">The sign that stands for all of them.</param>
[Rule("SC2048", "*")]
[Rule("SC2068", "@")]
internal sealed partial class UnquotedArguments(string sign) : ShellRule
{
    private readonly string _sign = sign;

    public override void VisitParameter(ShellParameterSyntax node, ShellRuleContext context)
    {
        if (
            !node.IsLength
            && node.Operator is not ("+" or ":+")
            && IsAll(node)
            && (ShellWords.IsSplit(node, context.Dialect) || node.Parent is ShellWordSyntax { Parent: ShellForSyntax })
        )
        {
            context.Report(node, Message(node.ToString()));
        }
    }

    private bool IsAll(ShellParameterSyntax node) =>
        node.Name == _sign || (node.IsBraced && node.AsSpan().IndexOf($"[{_sign}]".AsSpan()) >= 0);
}
