using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2038: names of files with blanks become several arguments of <c>xargs</c>.</summary>
[Rule("SC2038")]
internal sealed partial class FindPipedToXargs : ShellRule
{
    public override void VisitPipeline(ShellPipelineSyntax node, ShellRuleContext context)
    {
        for (int i = 1; i < node.Commands.Length; i++)
        {
            if (
                node.Commands[i - 1] is ShellSimpleCommandSyntax { Name: { } name } find
                && name.Is("find")
                && node.Commands[i] is ShellSimpleCommandSyntax { Name: { } next } xargs
                && next.Is("xargs")
                && !EndsNames(find)
                && !ShellWords.HasOption(xargs, '0')
                && !HasNull(xargs)
            )
            {
                context.Report(find, Message(find.Name!.ToString()));
            }
        }
    }

    /// <summary>Whether the author says what stands behind each name.</summary>
    private static bool EndsNames(ShellSimpleCommandSyntax find)
    {
        foreach (ShellWordSyntax word in find.Words)
        {
            if (word.Is("-print0") || word.Is("-printf"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasNull(ShellSimpleCommandSyntax xargs)
    {
        foreach (ShellWordSyntax word in xargs.Words)
        {
            if (word.Is("--null"))
            {
                return true;
            }
        }

        return false;
    }
}
