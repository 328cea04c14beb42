using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2267: <c>xargs -i</c> is an old form of <c>-I{}</c>.</summary>
[Rule("SC2267")]
internal sealed partial class ReplaceOptionOfXargs : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name || !name.Is("xargs"))
        {
            return;
        }

        for (int i = 1; i < node.Words.Length && node.Words[i].AsSpan() is ['-', not '-', ..]; i++)
        {
            if (node.Words[i].AsSpan().IndexOf('i') > 0)
            {
                context.Report(node.Words[i], Message(node.Words[i].ToString()));
            }
        }
    }
}
