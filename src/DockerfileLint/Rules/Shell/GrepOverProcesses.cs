using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2009: <c>ps | grep</c> finds itself.</summary>
[Rule("SC2009")]
internal sealed partial class GrepOverProcesses : ShellRule
{
    public override void VisitPipeline(ShellPipelineSyntax node, ShellRuleContext context)
    {
        for (int i = 1; i < node.Commands.Length; i++)
        {
            if (
                node.Commands[i - 1] is ShellSimpleCommandSyntax { Name: { } name } ps
                && name.Is("ps")
                && node.Commands[i] is ShellSimpleCommandSyntax { Name: { } next }
                && next.Is("grep")
                && !NamesProcess(ps)
            )
            {
                context.Report(ps, Message(ps.ToString()));
            }
        }
    }

    private static bool NamesProcess(ShellSimpleCommandSyntax ps)
    {
        foreach (ShellWordSyntax word in ps.Words)
        {
            if (word.Is("-p") || word.Is("p") || word.Is("--pid") || word.Is("--ppid"))
            {
                return true;
            }
        }

        return false;
    }
}
