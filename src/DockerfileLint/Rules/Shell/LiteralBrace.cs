using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC1083: an unquoted brace that stands for itself.</summary>
[Rule("SC1083")]
internal sealed partial class LiteralBrace : ShellRule
{
    public override void VisitWord(ShellWordSyntax node, ShellRuleContext context)
    {
        if (!BraceExpansions.MayHold(node) || !ShellNodes.IsExpanded(node) || TestTerm.IsRegularExpression(node))
        {
            return;
        }

        List<BraceText> braces = BraceExpansions.Find(node);
        int expansionEnd = -1;
        for (int i = 0; i < braces.Count; i++)
        {
            BraceText brace = braces[i];
            if (brace.IsExpansion)
            {
                expansionEnd = Math.Max(expansionEnd, brace.End);
            }
            else if (brace.Start >= expansionEnd && (context.IsExact || IsForgottenVariable(node, brace)))
            {
                context.Report(
                    context.IsExact ? node.Text.Map(brace.Start, brace.Start) : node.Text.Map(brace.Start, brace.End),
                    Message(brace: node.Text.Text[brace.Start] == '{' ? "{" : "}", word: ShellNodes.Show(node))
                );
            }
        }
    }

    /// <summary>
    /// Whether a brace opens what looks like a variable: <c>{NAME}</c> or <c>{$NAME}</c>. Programs have their own use
    /// for others, and for lower case.
    /// </summary>
    private static bool IsForgottenVariable(ShellWordSyntax word, BraceText brace)
    {
        ReadOnlySpan<char> rest = word.Text.AsSpan(brace.Start, word.End);
        if (rest[0] != '{' || (brace.Start > word.Start && word.Text.Text[brace.Start - 1] is '$' or '{' or '@'))
        {
            return false;
        }

        int close = rest.IndexOf('}');
        if (close < 2)
        {
            return false;
        }

        ReadOnlySpan<char> name = rest.Slice(1, close - 1);
        bool hasSign = name[0] == '$';
        name = hasSign ? name.Slice(1) : name;
        if (!ShellNodes.IsName(name))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (!hasSign && c is >= 'a' and <= 'z')
            {
                return false;
            }
        }

        return hasSign || name.Length > 2;
    }
}
