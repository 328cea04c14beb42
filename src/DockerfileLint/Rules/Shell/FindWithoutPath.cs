using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2185: only GNU's <c>find</c> takes a missing path for the current folder.</summary>
[Rule("SC2185")]
internal sealed partial class FindWithoutPath : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name || !name.Is("find"))
        {
            return;
        }

        int first = 1;
        while (
            first < node.Words.Length
            && (node.Words[first].LiteralText is "-L" or "-H" or "-P" || node.Words[first].StartsWith("-O"))
        )
        {
            first++;
        }

        if (first == node.Words.Length || node.Words[first].StartsWith("-"))
        {
            context.Report(name, Message(name.ToString()));
        }
    }
}
