using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2018 to SC2021: sets of characters for <c>tr</c> that do not mean what they look like.</summary>
[Rule("SC2018", SetDefect.LowerRange)]
[Rule("SC2019", SetDefect.UpperRange)]
[Rule("SC2020", SetDefect.Repetition)]
[Rule("SC2021", SetDefect.Brackets)]
internal sealed partial class SetsOfTr(SetsOfTr.SetDefect defect) : ShellRule
{
    private readonly SetDefect _defect = defect;

    /// <summary>What is odd about a set.</summary>
    internal enum SetDefect
    {
        None,
        LowerRange,
        UpperRange,
        Repetition,
        Brackets,
    }

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!node.IsCommand("tr"))
        {
            return;
        }

        for (int i = 1; i < node.Words.Length; i++)
        {
            if (node.Words[i].LiteralText is { Length: > 1 } set && Find(node.Words[i], set) == _defect)
            {
                context.Report(node.Words[i], Message(ShellNodes.Show(node.Words[i])));
            }
        }
    }

    private static SetDefect Find(ShellWordSyntax word, string set)
    {
        if (set is "a-z" or "A-Z")
        {
            return set[0] == 'a' ? SetDefect.LowerRange : SetDefect.UpperRange;
        }

        if (set[0] == '-')
        {
            return SetDefect.None;
        }

        if (set[0] == '[' && set[set.Length - 1] == ']')
        {
            return set.Length > 2 && word.IsQuoted && set[1] is not (':' or '=') ? SetDefect.Brackets : SetDefect.None;
        }

        for (int i = 0; i < set.Length; i++)
        {
            if (!char.IsLetter(set[i]))
            {
                return SetDefect.None;
            }
        }

        // There are few letters, so that a long set ends soon.
        for (int i = 1; i < set.Length; i++)
        {
            if (set.IndexOf(set[i], 0, i) >= 0)
            {
                return SetDefect.Repetition;
            }
        }

        return SetDefect.None;
    }
}
