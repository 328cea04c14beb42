using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2091, SC2092: a substitution that is a command by itself, so that its output runs.</summary>
[Rule("SC2091", false)]
[Rule("SC2092", true)]
internal sealed partial class OutputExecuted(bool isBacktick) : ShellRule
{
    private readonly bool _isBacktick = isBacktick;

    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        if (
            node.Words is [{ Parts: [ShellCommandSubstitutionSyntax substitution] }]
            && substitution.IsBacktick == _isBacktick
            && (context.IsExact || !(substitution.Statements.IsEmpty || PrintsCommands(substitution)))
        )
        {
            context.Report(substitution, Message(ShellNodes.Show(substitution)));
        }
    }

    /// <summary>Programs that are there to print what a shell is to run.</summary>
    private static bool PrintsCommands(ShellCommandSubstitutionSyntax substitution) =>
        substitution.Statements[0].Pipelines is [{ Commands: [ShellSimpleCommandSyntax { Words: var words } first] }]
        && words.Length > 1
        && (
            first.IsCommand("aws") || first.IsCommand("ssh-agent") || first.IsCommand("opam") || first.IsCommand("echo")
        );
}
