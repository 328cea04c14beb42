using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2026: a word between single quotes that was to be quoted by them.</summary>
[Rule("SC2026")]
internal sealed partial class WordOutsideQuotes : ShellRule
{
    public override void VisitWord(ShellWordSyntax node, ShellRuleContext context)
    {
        for (int i = 1; i < node.Parts.Length; i++)
        {
            if (
                node.Parts[i - 1] is not ShellSingleQuotedSyntax { IsAnsiC: false }
                || !UnquotedText.Is(node.Parts[i])
                || !ShellNodes.IsExpanded(node)
            )
            {
                continue;
            }

            ShellWordPartSyntax part = node.Parts[i];
            ReadOnlySpan<char> text = part.AsSpan();

            // What could start a pattern ends the word.
            int end = text.IndexOfAny('@', '*', '?');
            int brace = text.IndexOfAny('{', '[', '!');
            end = end < 0 || (brace >= 0 && brace < end) ? brace : end;
            int plus = text.IndexOfAny('+', '}');
            end = end < 0 || (plus >= 0 && plus < end) ? plus : end;
            end = end < 0 ? text.Length : end;
            if (IsAlphanumeric(text.Slice(0, end)))
            {
                context.Report(
                    node.Text.Map(part.Start, part.Start + end),
                    Message(ShellNodes.Show(text.Slice(0, end)))
                );
            }
        }
    }

    private static bool IsAlphanumeric(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
