using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2101: <c>[:digit:]</c> without the brackets around it.</summary>
[Rule("SC2101")]
internal sealed partial class BareNamedClass : ShellRule
{
    public override void VisitWord(ShellWordSyntax node, ShellRuleContext context)
    {
        if (
            !ShellNodes.IsExpanded(node)
            || node.AsSpan().IndexOf(":]".AsSpan(), StringComparison.Ordinal) < 0
            || (node.Parent is ShellSimpleCommandSyntax command && command.IsCommand("tr"))
        )
        {
            return;
        }

        foreach (UnquotedText piece in UnquotedText.Find(node))
        {
            int position = piece.Start;
            while (BracketExpression.TryFind(piece, ref position, out BracketExpression brackets))
            {
                ReadOnlySpan<char> content = brackets.GetContent(piece);
                if (content.Length > 1 && content[0] == ':' && content[content.Length - 1] == ':')
                {
                    context.Report(
                        node.Text.Map(brackets.Start, brackets.End),
                        Message(ShellNodes.Show(piece.Text.AsSpan(brackets.Start, brackets.End)))
                    );
                }
            }
        }
    }
}
