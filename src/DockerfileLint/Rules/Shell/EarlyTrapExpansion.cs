using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2064: expansions in a trap that are made when the trap is set.</summary>
[Rule("SC2064")]
internal sealed partial class EarlyTrapExpansion : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (node.Words.Length < 3 || !node.Words[0].Is("trap"))
        {
            return;
        }

        foreach (ShellWordPartSyntax part in node.Words[1].Parts)
        {
            if (part is not ShellDoubleQuotedSyntax quoted)
            {
                continue;
            }

            foreach (ShellWordPartSyntax inner in quoted.Parts)
            {
                if (inner is ShellParameterSyntax or ShellCommandSubstitutionSyntax or ShellArithmeticExpansionSyntax)
                {
                    context.Report(inner, Message(ShellNodes.Show(inner)));
                }
            }
        }
    }
}
