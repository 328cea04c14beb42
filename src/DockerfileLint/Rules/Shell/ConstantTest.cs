using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2157, SC2158, SC2159, SC2160, SC2161, SC2078: tests whose result is known.</summary>
[Rule("SC2078", TestDefect.Word)]
[Rule("SC2157", TestDefect.Length)]
[Rule("SC2158", TestDefect.False)]
[Rule("SC2159", TestDefect.Zero)]
[Rule("SC2160", TestDefect.True)]
[Rule("SC2161", TestDefect.One)]
internal sealed partial class ConstantTest(ConstantTest.TestDefect defect) : ShellRule
{
    private readonly ConstantTest.TestDefect _defect = defect;

    /// <summary>What is constant.</summary>
    internal enum TestDefect
    {
        Word,
        Length,
        False,
        Zero,
        True,
        One,
    }

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context) =>
        Visit(node, context);

    public override void VisitTest(ShellTestSyntax node, ShellRuleContext context) => Visit(node, context);

    private void Visit(ShellCommandSyntax command, ShellRuleContext context)
    {
        foreach (TestTerm term in TestTerm.Find(command))
        {
            ShellSyntaxNode? found = null;
            if (term.Operator is null)
            {
                ShellWordSyntax word = term.Right;
                if (!word.IsLiteral)
                {
                    found = _defect == TestDefect.Length && !IsComparison(word) ? FindConstant(word) : null;
                }
                else if (Classify(word) == _defect && !HasPattern(word))
                {
                    found = word;
                }
            }
            else if (
                _defect == TestDefect.Length
                && term.IsUnary
                && (term.Operator.Is("-n") || term.Operator.Is("-z"))
                && !HasPattern(term.Right)
                && !(term.Right.IsLiteral && term.Right.DisplayText.Length == 0)
            )
            {
                found = FindConstant(term.Right);
            }

            if (found is not null)
            {
                context.Report(found, Message(ShellNodes.Show(found)));
            }
        }
    }

    /// <summary>Whether a word is a comparison without blanks, which is a mistake of its own.</summary>
    private static bool IsComparison(ShellWordSyntax word)
    {
        foreach (UnquotedText piece in UnquotedText.Find(word))
        {
            if (piece.AsSpan().IndexOf('=') >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static TestDefect Classify(ShellWordSyntax word) =>
        word.DisplayText switch
        {
            "false" => TestDefect.False,
            "0" => TestDefect.Zero,
            "true" => TestDefect.True,
            "1" => TestDefect.One,
            _ => TestDefect.Word,
        };

    /// <summary>
    /// The text in a word that makes it longer than nothing, whatever its expansions are; inside of the quotes where it
    /// is quoted.
    /// </summary>
    private static ShellSyntaxNode? FindConstant(ShellWordSyntax word)
    {
        if (word.Parts.IsEmpty)
        {
            return word;
        }

        foreach (ShellWordPartSyntax part in word.Parts)
        {
            switch (part)
            {
                case ShellDoubleQuotedSyntax quoted:
                    foreach (ShellWordPartSyntax inner in quoted.Parts)
                    {
                        if (inner is ShellLiteralSyntax)
                        {
                            return inner;
                        }
                    }

                    break;
                case ShellSingleQuotedSyntax { ValueStart: var start, ValueEnd: var end } when end > start:
                case ShellLiteralSyntax:
                    return part;
                default:
                    break;
            }
        }

        return null;
    }

    private static bool HasPattern(ShellWordSyntax word)
    {
        foreach (UnquotedText piece in UnquotedText.Find(word))
        {
            if (
                piece.AsSpan().IndexOfAny('*', '?', '[') >= 0
                || piece.AsSpan().StartsWith("~".AsSpan(), StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return BraceExpansions.MayHold(word) && BraceExpansions.Find(word).Exists(brace => brace.IsExpansion);
    }
}
