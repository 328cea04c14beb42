using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2043: a loop over one word runs once.</summary>
[Rule("SC2043")]
internal sealed partial class SingleLoopItem : ShellRule
{
    public override void VisitFor(ShellForSyntax node, ShellRuleContext context)
    {
        if (!node.IsSelect && node.Items is [{ } item] && !IsSeveral(item))
        {
            context.Report(item, Message(item.ToString()));
        }
    }

    /// <summary>Whether a word may become several, or is one expansion in quotes or a text in single quotes.</summary>
    private static bool IsSeveral(ShellWordSyntax item)
    {
        foreach (ShellWordPartSyntax part in item.Parts)
        {
            if (part is not (ShellLiteralSyntax or ShellSingleQuotedSyntax or ShellDoubleQuotedSyntax))
            {
                return true;
            }
        }

        return ShellWords.IsPattern(item)
            || item.Parts is [ShellSingleQuotedSyntax]
            || (item.Parts is [ShellDoubleQuotedSyntax] && item.HasExpansions)
            || (item.AsSpan() is var text && text.IndexOf('{') >= 0 && text.IndexOf('}') > 0 && item.IsLiteral);
    }
}
