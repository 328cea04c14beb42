using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2226: <c>ln</c> with one argument, which makes a link in the current folder.</summary>
[Rule("SC2226")]
internal sealed partial class LinkWithoutDestination : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!node.IsCommand("ln"))
        {
            return;
        }

        ShellWordSyntax? only = null;
        for (int i = 1; i < node.Words.Length; i++)
        {
            ShellWordSyntax word = node.Words[i];
            if (ShellNodes.IsOption(word, 't', "--target-directory"))
            {
                return;
            }

            if (word.StartsWith("-") && !word.Is("--"))
            {
                continue;
            }

            if (only is not null)
            {
                return;
            }

            only = word;
        }

        if (only is not null && !MayBeSeveral(only))
        {
            context.Report(node, Message(ShellNodes.Show(only)));
        }
    }

    /// <summary>Whether a word may become more or less than one argument.</summary>
    private static bool MayBeSeveral(ShellWordSyntax word)
    {
        foreach (ShellWordPartSyntax part in word.Parts)
        {
            if (part is ShellParameterSyntax or ShellCommandSubstitutionSyntax)
            {
                return true;
            }

            if (part is ShellDoubleQuotedSyntax { Parts: [ShellParameterSyntax { Name: "@" }] })
            {
                return true;
            }
        }

        foreach (UnquotedText piece in UnquotedText.Find(word))
        {
            if (piece.AsSpan().IndexOfAny('*', '?', '[') >= 0)
            {
                return true;
            }
        }

        return BraceExpansions.MayHold(word) && BraceExpansions.Find(word).Exists(brace => brace.IsExpansion);
    }
}
