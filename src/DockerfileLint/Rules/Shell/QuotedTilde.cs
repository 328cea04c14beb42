using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2088: <c>~</c> in quotes, which is no folder.</summary>
[Rule("SC2088")]
internal sealed partial class QuotedTilde : ShellRule
{
    public override void VisitWord(ShellWordSyntax node, ShellRuleContext context)
    {
        if (node.Parts.IsEmpty)
        {
            return;
        }

        ShellSyntaxNode? found = node.Parts[0] switch
        {
            ShellSingleQuotedSyntax { IsAnsiC: false } quoted when Starts(node, quoted.ValueStart, quoted.ValueEnd) =>
                quoted,
            ShellDoubleQuotedSyntax { Parts: [ShellLiteralSyntax text, ..] } when Starts(node, text.Start, text.End) =>
                text,
            _ => null,
        };
        if (
            found is not null
            && ShellNodes.IsExpanded(node)
            && (context.IsExact || !(IsForAnotherReader(node) || node.DisplayText.IndexOf(' ') >= 0))
        )
        {
            context.Report(found, Message(ShellNodes.Show(found)));
        }
    }

    private static bool Starts(ShellWordSyntax word, int start, int end) =>
        end - start > 1 && word.Text.Text[start] == '~' && word.Text.Text[start + 1] == '/';

    /// <summary>Whether a program gets the text that knows the sign itself, or prints it for one.</summary>
    private static bool IsForAnotherReader(ShellWordSyntax word) =>
        word.Parent is ShellSimpleCommandSyntax command
        && command.GetCommandName()
            is "echo"
                or "printf"
                or "awk"
                or "sed"
                or "grep"
                or "git"
                or "npm"
                or "sh"
                or "bash"
                or "su"
                or "ssh";
}
