using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2062: the shell expands a pattern that <c>grep</c> is to get.</summary>
[Rule("SC2062")]
internal sealed partial class UnquotedGrepPattern : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name || !name.Is("grep"))
        {
            return;
        }

        for (int i = 1; i < node.Words.Length; i++)
        {
            if (node.Words[i].AsSpan() is not ['-', ..])
            {
                if (ShellWords.IsPattern(node.Words[i]))
                {
                    context.Report(node.Words[i], Message(node.Words[i].ToString()));
                }

                return;
            }
        }
    }
}
