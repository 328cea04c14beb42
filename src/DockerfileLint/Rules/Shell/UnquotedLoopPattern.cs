using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2231: a variable in a pattern of a loop is split before the pattern is expanded.</summary>
[Rule("SC2231")]
internal sealed partial class UnquotedLoopPattern : ShellRule
{
    public override void VisitFor(ShellForSyntax node, ShellRuleContext context)
    {
        foreach (ShellWordSyntax item in node.Items)
        {
            if (item.Parts.IsEmpty || !ShellWords.IsPattern(item))
            {
                continue;
            }

            foreach (ShellWordPartSyntax part in item.Parts)
            {
                if (part is ShellParameterSyntax or ShellCommandSubstitutionSyntax)
                {
                    context.Report(part, Message(part.ToString()));
                }
            }
        }
    }
}
