using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>
/// SC2050: two constants compared. SC2077: a comparison without blanks around its operator, which is one word.
/// SC2268: the old trick of a letter in front of both sides.
/// </summary>
[Rule("SC2050", ComparisonDefect.Constant)]
[Rule("SC2077", ComparisonDefect.OneWord)]
[Rule("SC2268", ComparisonDefect.Prefix)]
internal sealed partial class ConstantComparison(ConstantComparison.ComparisonDefect defect) : ShellRule
{
    private readonly ConstantComparison.ComparisonDefect _defect = defect;

    /// <summary>What is wrong with a comparison.</summary>
    internal enum ComparisonDefect
    {
        Constant,
        OneWord,
        Prefix,
    }

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context) =>
        Visit(node, context);

    public override void VisitTest(ShellTestSyntax node, ShellRuleContext context) => Visit(node, context);

    private void Visit(ShellCommandSyntax command, ShellRuleContext context)
    {
        // The older form "test" is left to itself.
        if (command is ShellSimpleCommandSyntax { Name: { } name } && !name.Is("["))
        {
            return;
        }

        foreach (TestTerm term in TestTerm.Find(command))
        {
            switch (_defect)
            {
                case ComparisonDefect.Constant when term.IsBinary:
                    VisitConstant(term, command is ShellTestSyntax, context);
                    break;
                case ComparisonDefect.Prefix when term.IsBinary:
                    VisitPrefix(term, context);
                    break;
                case ComparisonDefect.OneWord when term.Operator is null:
                    VisitOneWord(term.Right, context);
                    break;
                default:
                    break;
            }
        }
    }

    private void VisitConstant(TestTerm term, bool isDouble, ShellRuleContext context)
    {
        string mark = term.Operator!.DisplayText;
        if (
            term.Left!.IsLiteral
            && term.Right.IsLiteral
            && (context.IsExact || !ShellNodes.IsNumber(term.Left.AsSpan()))
            && mark is not ("-nt" or "-ot" or "-ef" or "=~")
            && !(mark.Length > 2 && isDouble)
            && term.Left.AsSpan().IndexOfAny('*', '?', '~') < 0
            && term.Right.AsSpan().IndexOfAny('*', '?', '[') < 0
        )
        {
            context.Report(term.Operator, Message(ShellNodes.Show(term.Operator)));
        }
    }

    private void VisitPrefix(TestTerm term, ShellRuleContext context)
    {
        if (
            (term.Operator!.Is("=") || term.Operator.Is("==") || term.Operator.Is("!="))
            && StartsWithX(term.Left!)
            && StartsWithX(term.Right)
        )
        {
            context.Report(term.Left!, Message(ShellNodes.Show(term.Left!)));
        }
    }

    private static bool StartsWithX(ShellWordSyntax word) => word.DisplayText is ['x' or 'X', ..];

    private void VisitOneWord(ShellWordSyntax word, ShellRuleContext context)
    {
        if (word.IsLiteral)
        {
            return;
        }

        foreach (UnquotedText piece in UnquotedText.Find(word))
        {
            ReadOnlySpan<char> text = piece.AsSpan();
            int index = text.IndexOf('=');
            if (index < 0 || (piece.Start == word.Start && index == 0))
            {
                continue;
            }

            int start = index > 0 && text[index - 1] == '!' ? index - 1 : index;
            int end = index + 1 < text.Length && text[index + 1] is '=' or '~' ? index + 2 : index + 1;
            context.Report(
                word.Text.Map(piece.Start + start, piece.Start + end),
                Message(ShellNodes.Show(text.Slice(start, end - start)))
            );
            return;
        }
    }
}
