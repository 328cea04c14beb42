using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Hadolint;

/// <summary>SC2028 of ShellCheck, also where nobody knows what the shell does.</summary>
[Rule("SC2028", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class EchoedEscapes : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (context.Dialect is ShellKind.Sh or ShellKind.Bash or ShellKind.Ksh)
        {
            foreach (ShellWordSyntax word in node.Words)
            {
                if (Shell.EchoedEscapes.IsEscaped(node, word))
                {
                    context.Report(word, Message(word.ToString()));
                }
            }
        }
    }
}
