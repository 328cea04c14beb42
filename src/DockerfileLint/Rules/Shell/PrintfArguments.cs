using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>
/// SC2182: arguments of <c>printf</c> that its format does not use. SC2183: another number of them than it has places.
/// </summary>
[Rule("SC2182", true)]
[Rule("SC2183", false)]
internal sealed partial class PrintfArguments(bool isWithoutPlaces) : ShellRule
{
    private readonly bool _isWithoutPlaces = isWithoutPlaces;

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (!node.IsCommand("printf"))
        {
            return;
        }

        int index = 1;
        while (index < node.Words.Length && (node.Words[index].Is("--") || node.Words[index].Is("-v")))
        {
            index += node.Words[index].Is("-v") ? 2 : 1;
        }

        if (index >= node.Words.Length)
        {
            return;
        }

        ShellWordSyntax format = node.Words[index];
        int arguments = node.Words.Length - index - 1;
        if (!format.IsLiteral || CountPlaces(format.DisplayText) is not { } places)
        {
            return;
        }

        if (_isWithoutPlaces)
        {
            if (places == 0 && arguments > 0)
            {
                context.Report(format, Message(ShellNodes.Show(format)));
            }
        }
        else if (places > 0 && !MayBeMore(node, index + 1) && (arguments < places || arguments % places != 0))
        {
            context.Report(format, Message(ShellNodes.Show(format)));
        }
    }

    /// <summary>The places of a format; <c>null</c> where their number is open.</summary>
    private static int? CountPlaces(string format)
    {
        int places = 0;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                continue;
            }

            if (i + 1 < format.Length && format[i + 1] is '%' or '(')
            {
                places += format[i + 1] == '(' ? 1 : 0;
                i++;
                continue;
            }

            int end = i + 1;
            while (end < format.Length && "-+ #0123456789.'".IndexOf(format[end]) >= 0)
            {
                end++;
            }

            if (end < format.Length && format[end] == '*')
            {
                return null;
            }

            places++;
            i = end;
        }

        return places;
    }

    private static bool MayBeMore(ShellSimpleCommandSyntax command, int start)
    {
        for (int i = start; i < command.Words.Length; i++)
        {
            ShellWordSyntax word = command.Words[i];
            if (word.AsSpan().IndexOfAny('*', '?', '{') >= 0 || word.AsSpan().IndexOf('@') >= 0)
            {
                return true;
            }

            foreach (ShellWordPartSyntax part in word.Parts)
            {
                if (part is ShellParameterSyntax or ShellCommandSubstitutionSyntax)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
