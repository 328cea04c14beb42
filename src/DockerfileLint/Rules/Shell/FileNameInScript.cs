using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2156: <c>find</c> puts the name of a file into the text of a script.</summary>
[Rule("SC2156")]
internal sealed partial class FileNameInScript : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name || !name.Is("find"))
        {
            return;
        }

        for (int i = 1; i + 3 < node.Words.Length; i++)
        {
            if (
                node.Words[i].LiteralText is "-exec" or "-execdir"
                && node.Words[i + 1].LiteralText is "sh" or "bash" or "dash" or "ksh"
                && node.Words[i + 2].Is("-c")
                && node.Words[i + 3].AsSpan().IndexOf("{}".AsSpan()) >= 0
            )
            {
                context.Report(node.Words[i + 3], Message(node.Words[i + 3].ToString()));
            }
        }
    }
}
