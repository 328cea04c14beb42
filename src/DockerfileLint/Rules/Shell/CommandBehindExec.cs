using System.Collections.Immutable;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2093: <c>exec</c> of a program, behind which nothing of the script runs.</summary>
[Rule("SC2093")]
internal sealed partial class CommandBehindExec : ShellRule
{
    public override void VisitScript(ShellScriptSyntax script, ShellRuleContext context)
    {
        ImmutableArray<ShellListSyntax> statements = script.Statements;
        for (int i = 0; i + 1 < statements.Length; i++)
        {
            if (
                statements[i] is { IsBackground: false, Pipelines: [{ Commands: [ShellSimpleCommandSyntax command] }] }
                && command.Words.Length > 1
                && command.Words[0].Is("exec")
            )
            {
                context.Report(command, Message(ShellNodes.Show(command)));
            }
        }
    }
}
