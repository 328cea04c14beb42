using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>
/// SC1001: a backslash before a character that means nothing special. SC1012: one that was to be a line end, a tab or a
/// carriage return.
/// </summary>
[Rule("SC1001", false)]
[Rule("SC1012", true)]
internal sealed partial class PointlessBackslash(bool isControl) : ShellRule
{
    private readonly bool _isControl = isControl;

    public override void VisitWord(ShellWordSyntax node, ShellRuleContext context)
    {
        if (
            node.Parts.IsEmpty
            || node.AsSpan().IndexOf('\\') < 0
            || !ShellNodes.IsExpanded(node)
            || TestTerm.IsRegularExpression(node)
        )
        {
            return;
        }

        foreach (UnquotedText piece in UnquotedText.Find(node))
        {
            string source = piece.Source;
            for (int i = piece.Start; i + 1 < piece.End; i++)
            {
                if (source[i] != '\\')
                {
                    continue;
                }

                char c = source[i + 1];
                if (
                    !IsSpecial(c)
                    && _isControl == c is 'n' or 't' or 'r'
                    && !(i == node.Start && ShellCharacters.IsName(c) && IsCommandName(node))
                )
                {
                    context.Report(
                        node.Text.Map(i, context.IsExact ? i : i + 2),
                        Message(ShellNodes.Show(source.AsSpan(i, 2)), c.ToString())
                    );
                }

                i++;
            }
        }
    }

    /// <summary>Whether a backslash takes a meaning from a character, or keeps it from starting something.</summary>
    private static bool IsSpecial(char c) =>
        c is ' ' or '\t' or '\n' or '\r' or '\u00A0' || "|&;<>()\\'\"$`?*@!+[]{}.,~#".IndexOf(c) >= 0;

    /// <summary><c>\ls</c> asks for the program behind an alias.</summary>
    private static bool IsCommandName(ShellWordSyntax word) =>
        word.Parent is ShellSimpleCommandSyntax command && command.Name == word;
}
