using System.Collections.Immutable;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2103: <c>cd ..</c> takes back a <c>cd</c> that may have failed.</summary>
[Rule("SC2103")]
internal sealed partial class FolderChangedBack : ShellRule
{
    public override void VisitScript(ShellScriptSyntax script, ShellRuleContext context)
    {
        if (script.Errors.IsEmpty)
        {
            Visit(script.Statements, context);
        }
    }

    public override void VisitSubshell(ShellSubshellSyntax node, ShellRuleContext context) =>
        Visit(node.Statements, context);

    public override void VisitGroup(ShellGroupSyntax node, ShellRuleContext context) => Visit(node.Statements, context);

    public override void VisitFor(ShellForSyntax node, ShellRuleContext context) => Visit(node.Statements, context);

    public override void VisitWhile(ShellWhileSyntax node, ShellRuleContext context) => Visit(node.Statements, context);

    private static void Visit(ImmutableArray<ShellListSyntax> statements, ShellRuleContext context)
    {
        bool isChanged = false;
        foreach (ShellListSyntax statement in statements)
        {
            if (
                statement.Pipelines is not [{ Commands: [ShellSimpleCommandSyntax { Name: { } name } command] }]
                || !name.Is("cd")
            )
            {
                continue;
            }

            if (command.Words.Length != 2 || !command.Words[1].Is(".."))
            {
                isChanged = true;
            }
            else if (isChanged && !context.StopsOnError)
            {
                isChanged = false;
                context.Report(command, Message(command.ToString()));
            }
        }
    }
}
