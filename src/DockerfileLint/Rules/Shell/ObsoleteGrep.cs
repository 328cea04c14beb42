using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2196, SC2197: <c>egrep</c> and <c>fgrep</c>.</summary>
[Rule("SC2196", "egrep")]
[Rule("SC2197", "fgrep")]
internal sealed partial class ObsoleteGrep(string program) : ShellRule
{
    private readonly string _program = program;

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.IsCommand(_program))
        {
            ShellWordSyntax name = node.Words[0];
            int start = name.AsSpan()[0] == '\\' ? name.Start + 1 : name.Start;
            context.Report(node.Text.Map(start, name.End), Message(ShellNodes.Show(name)));
        }
    }
}
