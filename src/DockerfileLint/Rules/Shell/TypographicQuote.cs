using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>
/// SC1110: typographic quotes outside of quotes. SC1111: double ones inside of double quotes. SC1112: single ones
/// inside of single quotes.
/// </summary>
[Rule("SC1110", QuotePlace.Outside)]
[Rule("SC1111", QuotePlace.Double)]
[Rule("SC1112", QuotePlace.Single)]
internal sealed partial class TypographicQuote(TypographicQuote.QuotePlace place) : ShellRule
{
    private readonly TypographicQuote.QuotePlace _place = place;

    /// <summary>Where the quotes stand.</summary>
    internal enum QuotePlace
    {
        Outside,
        Double,
        Single,
    }

    public override void VisitWord(ShellWordSyntax node, ShellRuleContext context)
    {
        if (
            _place != QuotePlace.Outside
            || !ShellNodes.IsExpanded(node)
            || !MayHold(node.AsSpan())
            || (!context.IsExact && ShellNodes.IsFailedArray(context.Script))
        )
        {
            return;
        }

        foreach (UnquotedText piece in UnquotedText.Find(node))
        {
            for (int i = piece.Start; i < piece.End; i++)
            {
                if (IsSingle(piece.Source[i]) || IsDouble(piece.Source[i]))
                {
                    Report(node, i, i + 1, context);
                }
            }
        }
    }

    public override void VisitDoubleQuoted(ShellDoubleQuotedSyntax node, ShellRuleContext context)
    {
        if (_place != QuotePlace.Double || !context.IsExact || !MayHold(node.AsSpan()))
        {
            return;
        }

        foreach (ShellWordPartSyntax part in node.Parts)
        {
            for (int i = part.Start; part is ShellLiteralSyntax && i < part.End; i++)
            {
                if (IsDouble(node.Text.Text[i]))
                {
                    Report(node, i, i, context);
                }
            }
        }
    }

    public override void VisitSingleQuoted(ShellSingleQuotedSyntax node, ShellRuleContext context)
    {
        if (_place != QuotePlace.Single || !context.IsExact || node.IsAnsiC || !MayHold(node.AsSpan()))
        {
            return;
        }

        for (int i = node.ValueStart; i < node.ValueEnd; i++)
        {
            if (IsSingle(node.Text.Text[i]))
            {
                Report(node, i, i, context);
            }
        }
    }

    private static bool MayHold(ReadOnlySpan<char> text) =>
        text.IndexOfAny('\u2018', '\u2019', '\u201C') >= 0 || text.IndexOfAny('\u201D', '\u2033', '\u2036') >= 0;

    private static bool IsSingle(char c) => c is '\u2018' or '\u2019';

    private static bool IsDouble(char c) => c is '\u201C' or '\u201D' or '\u2033' or '\u2036';

    private void Report(ShellSyntaxNode node, int start, int end, ShellRuleContext context) =>
        context.Report(node.Text.Map(start, end), Message(node.Text.Text[start].ToString()));
}
