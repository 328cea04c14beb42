using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2061: the shell expands a pattern that <c>find</c> is to get.</summary>
[Rule("SC2061")]
internal sealed partial class UnquotedFindPattern : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name || !name.Is("find"))
        {
            return;
        }

        for (int i = 2; i < node.Words.Length; i++)
        {
            if (IsPatternOption(node.Words[i - 1]) && ShellWords.IsPattern(node.Words[i]))
            {
                context.Report(node.Words[i], Message(node.Words[i].ToString()));
            }
        }
    }

    private static bool IsPatternOption(ShellWordSyntax word) =>
        word.LiteralText
            is "-name"
                or "-iname"
                or "-path"
                or "-ipath"
                or "-regex"
                or "-iregex"
                or "-wholename"
                or "-iwholename"
                or "-lname"
                or "-ilname";
}
