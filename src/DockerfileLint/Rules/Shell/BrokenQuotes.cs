using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>
/// SC2027: an expansion between two quoted parts, which is not quoted. SC2140: text there, whose quotes were to be part
/// of it.
/// </summary>
[Rule("SC2027", true)]
[Rule("SC2140", false)]
internal sealed partial class BrokenQuotes(bool isExpansion) : ShellRule
{
    private readonly bool _isExpansion = isExpansion;

    public override void VisitWord(ShellWordSyntax node, ShellRuleContext context)
    {
        for (int i = 2; i < node.Parts.Length; i++)
        {
            if (
                node.Parts[i] is not ShellDoubleQuotedSyntax after
                || node.Parts[i - 2] is not ShellDoubleQuotedSyntax before
                || !ShellNodes.IsExpanded(node)
            )
            {
                continue;
            }

            ShellWordPartSyntax part = node.Parts[i - 1];
            bool isFound = _isExpansion
                ? part is ShellParameterSyntax or ShellCommandSubstitutionSyntax { IsBacktick: false }
                : UnquotedText.Is(part)
                    && IsPlain(part.AsSpan(), isOne: true)
                    && !part.AsSpan().SequenceEqual("=".AsSpan())
                    && !part.AsSpan().SequenceEqual(":".AsSpan())
                    && !part.AsSpan().SequenceEqual("/".AsSpan())
                    && !(IsOneExpansion(before) && IsOneExpansion(after))
                    && !TestTerm.IsRegularExpression(node);
            if (isFound && (context.IsExact || !ShellNodes.IsFailedArray(context.Script)))
            {
                context.Report(part, Message(ShellNodes.Show(part)));
            }
        }
    }

    /// <summary>Whether text has no patterns and braces in it.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text, bool isOne) =>
        (isOne && text.Length == 1 && text[0] is '@' or '+' or '!')
        || (text.IndexOfAny('*', '?', '[') < 0 && text.IndexOfAny('{', '}', '@') < 0 && text.IndexOfAny('+', '!') < 0);

    private static bool IsOneExpansion(ShellDoubleQuotedSyntax quoted) =>
        quoted.Parts is [ShellParameterSyntax or ShellCommandSubstitutionSyntax];
}
