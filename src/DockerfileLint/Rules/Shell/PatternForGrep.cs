using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2022: an expression of <c>grep</c> that may be a pattern of files. SC2063: one that is.</summary>
[Rule("SC2022", false)]
[Rule("SC2063", true)]
internal sealed partial class PatternForGrep(bool isPattern) : ShellRule
{
    private readonly bool _isPattern = isPattern;

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!node.IsCommand("grep") || node.HasOption('F', "--fixed-strings"))
        {
            return;
        }

        foreach (ShellWordSyntax word in node.Words.AsSpan().Slice(1))
        {
            if (word.StartsWith("-"))
            {
                if (word.StartsWith("--") && !word.Is("--"))
                {
                    return;
                }

                continue;
            }

            Visit(word, context);
            return;
        }
    }

    private void Visit(ShellWordSyntax word, ShellRuleContext context)
    {
        if (!word.IsLiteral || word.AsSpan().IndexOf('*') < 0)
        {
            return;
        }

        string text = word.DisplayText;
        bool found = _isPattern ? IsPatternOfFiles(text) : !IsPatternOfFiles(text) && IsConfusable(text);
        if (found)
        {
            context.Report(word, Message(ShellNodes.Show(word)));
        }
    }

    /// <summary>Whether a star stands at the start, or behind the only letter.</summary>
    private static bool IsPatternOfFiles(string text) =>
        text[0] == '*' || (text.Length == 2 && text[1] == '*' && char.IsLetterOrDigit(text[0]));

    /// <summary>A letter with a star, in an expression without anything that only an expression has.</summary>
    private static bool IsConfusable(string text)
    {
        if (text.IndexOfAny(['\\', '[', ']', '^', '$', '+']) >= 0 || text.IndexOf(".*", StringComparison.Ordinal) >= 0)
        {
            return false;
        }

        int star = text.IndexOf('*');
        return star > 0 && star == text.LastIndexOf('*') && char.IsLetter(text[star - 1]);
    }
}
