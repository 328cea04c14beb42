using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2102: a pattern such as <c>[all]</c> that names a character twice.</summary>
[Rule("SC2102")]
internal sealed partial class RepeatedBracketCharacter : ShellRule
{
    public override void VisitWord(ShellWordSyntax node, ShellRuleContext context)
    {
        if (!ShellNodes.IsExpanded(node) || node.AsSpan().IndexOf('[') < 0)
        {
            return;
        }

        foreach (UnquotedText piece in UnquotedText.Find(node))
        {
            int position = piece.Start;
            while (BracketExpression.TryFind(piece, ref position, out BracketExpression brackets))
            {
                ReadOnlySpan<char> content = brackets.GetContent(piece);
                if (content.IndexOf('[') < 0 && HasRepetition(content) && !IsSetOfTr(node))
                {
                    context.Report(
                        node.Text.Map(brackets.Start, brackets.End),
                        Message(ShellNodes.Show(piece.Text.AsSpan(brackets.Start, brackets.End)))
                    );
                }
            }
        }
    }

    /// <summary>Whether a character other than the hyphen of a range occurs twice.</summary>
    private static bool HasRepetition(ReadOnlySpan<char> content)
    {
        // A class names few characters; of a long one the first repetition comes early.
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] != '-' && content.Slice(0, i).IndexOf(content[i]) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSetOfTr(ShellWordSyntax word) =>
        word.Parent is ShellSimpleCommandSyntax command && command.IsCommand("tr");
}
