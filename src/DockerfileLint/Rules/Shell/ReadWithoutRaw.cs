using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2162: <c>read</c> drops backslashes.</summary>
[Rule("SC2162")]
internal sealed partial class ReadWithoutRaw : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Name is { } name && name.Is("read") && !ShellWords.HasOption(node, 'r'))
        {
            context.Report(name, Message(name.ToString()));
        }
    }
}
