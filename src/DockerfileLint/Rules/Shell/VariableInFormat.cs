using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2059: marks in a value become marks of the format of <c>printf</c>.</summary>
[Rule("SC2059")]
internal sealed partial class VariableInFormat : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name || !name.Is("printf"))
        {
            return;
        }

        int format = 1;
        if (node.Words.Length > 2 && node.Words[1].Is("-v"))
        {
            format = 3;
        }
        else if (node.Words.Length > 1 && node.Words[1].Is("--"))
        {
            format = 2;
        }

        if (
            format < node.Words.Length
            && node.Words[format] is { HasExpansions: true } word
            && word.AsSpan().IndexOf('%') < 0
        )
        {
            context.Report(word, Message(word.ToString()));
        }
    }
}
