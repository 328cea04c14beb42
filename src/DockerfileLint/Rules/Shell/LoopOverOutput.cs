using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2013, SC2044 and SC2045: a loop over lines or names gets words.</summary>
/// <param name="program">The program that prints them; empty for those that print lines.</param>
[Rule("SC2013", "")]
[Rule("SC2044", "find")]
[Rule("SC2045", "ls")]
internal sealed partial class LoopOverOutput(string program) : ShellRule
{
    private readonly string _program = program;

    public override void VisitFor(ShellForSyntax node, ShellRuleContext context)
    {
        if (
            node.Items is [{ Parts: [ShellCommandSubstitutionSyntax substitution] }]
            && (_program.Length > 0 ? IsOfProgram(substitution) : PrintsLines(substitution))
        )
        {
            context.Report(substitution, Message(substitution.ToString()));
        }
    }

    private bool IsOfProgram(ShellCommandSubstitutionSyntax substitution) =>
        ShellWords.GetOnlyCommand(substitution) is { Name: { } name } && name.Is(_program);

    private static bool PrintsLines(ShellCommandSubstitutionSyntax substitution)
    {
        if (substitution.Statements is not [{ Pipelines: [{ } pipeline] }])
        {
            return false;
        }

        foreach (ShellCommandSyntax command in pipeline.Commands)
        {
            if (
                command
                is not ShellSimpleCommandSyntax
                {
                    Name.LiteralText: "cat" or "grep" or "egrep" or "fgrep" or "sed" or "awk" or "cut" or "sort"
                }
            )
            {
                return false;
            }
        }

        return !pipeline.Commands.IsEmpty;
    }
}
