using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>
/// SC2070: <c>-n</c> of an unquoted expansion. SC2081, SC2144, SC2202: patterns of files in tests.
/// </summary>
[Rule("SC2070", TestOperand.Length)]
[Rule("SC2081", TestOperand.Right)]
[Rule("SC2144", TestOperand.Unary)]
[Rule("SC2202", TestOperand.Left)]
internal sealed partial class PatternInTest(PatternInTest.TestOperand operand) : ShellRule
{
    private readonly TestOperand _operand = operand;

    /// <summary>Which part of a test is looked at.</summary>
    internal enum TestOperand
    {
        Length,
        Right,
        Unary,
        Left,
    }

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (context.IsExact && node.Name?.Is("test") == true)
        {
            return;
        }

        foreach (TestTerm term in TestTerm.Find(node))
        {
            ShellWordSyntax? found = _operand switch
            {
                TestOperand.Length when term.IsUnary && term.Operator!.Is("-n") && HasExpansion(term.Right) =>
                    term.Right,
                TestOperand.Unary when term.IsUnary && HasPattern(term.Right) => term.Right,
                TestOperand.Right
                    when term.IsBinary
                        && (term.Operator!.Is("=") || term.Operator.Is("==") || term.Operator.Is("!="))
                        && HasPattern(term.Right) => term.Right,
                TestOperand.Left when term.IsBinary && HasPattern(term.Left!) => term.Left,
                _ => null,
            };
            if (found is not null)
            {
                context.Report(found, Message(ShellNodes.Show(found)));
            }
        }
    }

    private static bool HasExpansion(ShellWordSyntax word)
    {
        foreach (ShellWordPartSyntax part in word.Parts)
        {
            if (part is ShellParameterSyntax or ShellCommandSubstitutionSyntax)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPattern(ShellWordSyntax word)
    {
        foreach (UnquotedText piece in UnquotedText.Find(word))
        {
            ReadOnlySpan<char> text = piece.AsSpan();
            int position = piece.Start;
            if (
                (text.IndexOfAny('*', '?') >= 0 && text.IndexOf('\\') < 0)
                || BracketExpression.TryFind(piece, ref position, out _)
            )
            {
                return true;
            }
        }

        return false;
    }
}
