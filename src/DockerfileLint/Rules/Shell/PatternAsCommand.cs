using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2211: a command whose name is a pattern.</summary>
[Rule("SC2211")]
internal sealed partial class PatternAsCommand : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name)
        {
            return;
        }

        foreach (UnquotedText piece in UnquotedText.Find(name))
        {
            ReadOnlySpan<char> text = piece.AsSpan();
            if (text.IndexOfAny('*', '?') >= 0 && !(text.Length == 1 && text[0] == '?'))
            {
                context.Report(name, Message(ShellNodes.Show(name)));
                return;
            }
        }
    }
}
