using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2241, SC2242 and SC2151, SC2152: what <c>exit</c> and <c>return</c> cannot give back.</summary>
[Rule("SC2241", "exit", true)]
[Rule("SC2242", "exit", false)]
[Rule("SC2151", "return", true)]
[Rule("SC2152", "return", false)]
internal sealed partial class ExitStatus(string command, bool isSeveral) : ShellRule
{
    private readonly string _command = command;
    private readonly bool _isSeveral = isSeveral;

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Words.Length < 2 || !node.Words[0].Is(_command))
        {
            return;
        }

        ShellWordSyntax status = node.Words[1];
        if (_isSeveral ? node.Words.Length > 2 : node.Words.Length == 2 && !IsPossible(status))
        {
            context.Report(status, Message(ShellNodes.Show(status)));
        }
    }

    private static bool IsPossible(ShellWordSyntax status)
    {
        // What is known of the text tells, whatever the variables in it are.
        ReadOnlySpan<char> text = status.LiteralText is { } literal ? literal.AsSpan() : default;
        return !status.IsLiteral
            || (
                text.Length is > 0 and <= 3
                && ShellNodes.IsNumber(text)
                && int.Parse(text.ToString(), System.Globalization.CultureInfo.InvariantCulture) <= 255
            );
    }
}
