using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2146: an action behind <c>-o</c> belongs to the last alternative alone.</summary>
[Rule("SC2146")]
internal sealed partial class ActionOfOneAlternative : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is not { } name || !name.Is("find"))
        {
            return;
        }

        for (int i = 1; i + 5 < node.Words.Length; i++)
        {
            if (
                IsTest(node.Words[i])
                && node.Words[i + 2].LiteralText is "-o" or "-or"
                && IsTest(node.Words[i + 3])
                && IsAction(node.Words[i + 5])
            )
            {
                context.Report(node.Words[i + 5], Message(node.Words[i + 5].ToString()));
            }
        }
    }

    private static bool IsTest(ShellWordSyntax word) =>
        word.LiteralText is "-name" or "-iname" or "-regex" or "-iregex" or "-wholename" or "-iwholename";

    private static bool IsAction(ShellWordSyntax word) =>
        word.LiteralText
            is "-exec"
                or "-execdir"
                or "-delete"
                or "-print"
                or "-print0"
                or "-fls"
                or "-fprint"
                or "-fprint0"
                or "-fprintf"
                or "-ls"
                or "-ok"
                or "-okdir"
                or "-printf";
}
