using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2028: <c>echo</c> writes <c>\n</c> as it stands in shells that do not expand it.</summary>
[Rule("SC2028")]
internal sealed partial class EchoedEscapes : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        // Which shell a plain sh is, nobody says; that of Debian expands them.
        if (context.Dialect is ShellKind.Bash or ShellKind.Ash)
        {
            foreach (ShellWordSyntax word in node.Words)
            {
                if (IsEscaped(node, word))
                {
                    context.Report(word, Message(word.ToString()));
                }
            }
        }
    }

    /// <summary>Whether a word is an argument of <c>echo</c> that looks as if it held escapes.</summary>
    internal static bool IsEscaped(ShellSimpleCommandSyntax node, ShellWordSyntax word) =>
        word.IsQuoted
        && word.AsSpan().IndexOf('\\') >= 0
        && node.Name is { } name
        && name.Is("echo")
        && !ExpandsEscapes(node)
        && HoldsEscape(word.DisplayText);

    private static bool ExpandsEscapes(ShellSimpleCommandSyntax node)
    {
        foreach (ShellWordSyntax word in node.Words)
        {
            ReadOnlySpan<char> text = word.AsSpan();
            if (text.Length > 1 && text[0] == '-' && text[1] != '-' && text.IndexOf('e') > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsEscape(string text)
    {
        for (int i = text.IndexOf('\\'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('\\', i + 1))
        {
            if (
                text[i + 1] is '\\' or 'a' or 'b' or 'e' or 'f' or 'n' or 'r' or 't' or 'v' or (>= '0' and <= '7')
                || (text[i + 1] == 'x' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 2]))
            )
            {
                return true;
            }
        }

        return false;
    }
}
