using DockerfileLint.Syntax.Shell;
using DockerfileLint.Text;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2291: several blanks between the arguments of <c>echo</c>, which prints one.</summary>
[Rule("SC2291")]
internal sealed partial class RepeatedSpaces : ShellRule
{
    private const int TabWidth = 8;
    private const int LeastBlanks = 4;

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!node.IsCommand("echo"))
        {
            return;
        }

        for (int i = 2; i < node.Words.Length; i++)
        {
            if (IsFarFrom(node.Words[i - 1], node.Words[i]) && (context.IsExact || IsText(node, i, context)))
            {
                context.Report(node, Message(ShellNodes.Show(node)));
                return;
            }
        }
    }

    /// <summary>Whether the columns between two words of a line are at least four.</summary>
    private static bool IsFarFrom(ShellWordSyntax before, ShellWordSyntax after)
    {
        ReadOnlySpan<char> gap = before.Text.AsSpan(before.End, after.Start);
        if (gap.Length == 1 && gap[0] == ' ')
        {
            return false;
        }

        foreach (char c in gap)
        {
            if (c is not (' ' or '\t'))
            {
                return false;
            }
        }

        if (gap.IndexOf('\t') < 0)
        {
            return gap.Length >= LeastBlanks;
        }

        string source = before.Text.Text;
        int column = 0;
        int lineStart = before.End;
        while (lineStart > before.Text.Start && source[lineStart - 1] != '\n')
        {
            lineStart--;
        }

        int start = 0;
        for (int i = lineStart; i < after.Start; i++)
        {
            start = i == before.End ? column : start;
            column += source[i] == '\t' ? TabWidth - (column % TabWidth) : 1;
        }

        return column - start >= LeastBlanks;
    }

    /// <summary>
    /// Whether the blanks are part of the text: the indentation of a continued line is not, nor is what follows an
    /// option.
    /// </summary>
    private static bool IsText(ShellSimpleCommandSyntax command, int index, ShellRuleContext context)
    {
        if (command.Words[index - 1].StartsWith("-"))
        {
            return false;
        }

        LinePositionSpan lines = context.File.Text.GetLinePositionSpan(
            TextSpan.FromBounds(command.Words[index - 1].Span.Start, command.Words[index].Span.Start)
        );
        return lines.Start.Line == lines.End.Line;
    }
}
