using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2066, SC2041, SC2042: loops over one word, which run once.</summary>
[Rule("SC2041", LoopDefect.SingleQuoted)]
[Rule("SC2042", LoopDefect.Commas)]
[Rule("SC2066", LoopDefect.DoubleQuoted)]
internal sealed partial class LoopOverOneWord(LoopOverOneWord.LoopDefect defect) : ShellRule
{
    private readonly LoopDefect _defect = defect;

    /// <summary>Why there is one word.</summary>
    internal enum LoopDefect
    {
        None,
        SingleQuoted,
        Commas,
        DoubleQuoted,
    }

    public override void VisitFor(ShellForSyntax node, ShellRuleContext context)
    {
        if (node.Items is [var item] && Find(item) == _defect)
        {
            context.Report(item, Message(ShellNodes.Show(item)));
        }
    }

    private static LoopDefect Find(ShellWordSyntax item) =>
        item.Parts switch
        {
            [ShellSingleQuotedSyntax { IsAnsiC: false }] => LoopDefect.SingleQuoted,
            [ShellDoubleQuotedSyntax quoted] when MayBeSeveral(quoted) => LoopDefect.DoubleQuoted,
            { IsEmpty: true } when item.AsSpan().IndexOf(',') > 0 && item.AsSpan().IndexOfAny('{', '*') < 0 =>
                LoopDefect.Commas,
            _ => LoopDefect.None,
        };

    /// <summary>Whether the text in quotes would be several words without them, as far as it tells.</summary>
    private static bool MayBeSeveral(ShellDoubleQuotedSyntax quoted)
    {
        bool found = false;
        foreach (ShellWordPartSyntax part in quoted.Parts)
        {
            if (part is ShellParameterSyntax parameter)
            {
                if (parameter.AsSpan().IndexOf('@') >= 0)
                {
                    return false;
                }

                found = true;
            }

            found |= part is ShellCommandSubstitutionSyntax;
            found |= part is ShellLiteralSyntax && part.AsSpan().IndexOfAny('*', '?') >= 0;
        }

        return found;
    }
}
