using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Hadolint;

/// <summary>SC2086 of ShellCheck: whatever is not known to be one word.</summary>
[Rule("SC2086", Behaviour = RuleBehaviour.Hadolint)]
internal sealed partial class UnquotedExpansion : ShellRule
{
    public override void VisitParameter(ShellParameterSyntax node, ShellRuleContext context)
    {
        if (Shell.UnquotedExpansion.IsSplit(node, context) && context.Values.Get(node) != ValueShape.Plain)
        {
            context.Report(node, Message(node.ToString()));
        }
    }
}
