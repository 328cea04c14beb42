using System.Collections.Immutable;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2129: three commands in a row that append to one file.</summary>
[Rule("SC2129")]
internal sealed partial class GroupedRedirections : ShellRule
{
    private const int LeastCommands = 3;

    public override void VisitScript(ShellScriptSyntax script, ShellRuleContext context) =>
        Visit(script.Statements, context);

    public override void VisitGroup(ShellGroupSyntax node, ShellRuleContext context) => Visit(node.Statements, context);

    public override void VisitSubshell(ShellSubshellSyntax node, ShellRuleContext context) =>
        Visit(node.Statements, context);

    public override void VisitIf(ShellIfSyntax node, ShellRuleContext context)
    {
        foreach (ShellIfClauseSyntax clause in node.Clauses)
        {
            Visit(clause.Statements, context);
        }

        Visit(node.ElseStatements, context);
    }

    public override void VisitFor(ShellForSyntax node, ShellRuleContext context) => Visit(node.Statements, context);

    public override void VisitWhile(ShellWhileSyntax node, ShellRuleContext context) => Visit(node.Statements, context);

    public override void VisitCase(ShellCaseSyntax node, ShellRuleContext context)
    {
        foreach (ShellCaseItemSyntax item in node.Items)
        {
            Visit(item.Statements, context);
        }
    }

    public override void VisitCommandSubstitution(ShellCommandSubstitutionSyntax node, ShellRuleContext context) =>
        Visit(node.Statements, context);

    private static void Visit(ImmutableArray<ShellListSyntax> statements, ShellRuleContext context)
    {
        int index = 0;
        while (index + LeastCommands <= statements.Length)
        {
            if (Find(statements[index]) is not { } first)
            {
                index++;
                continue;
            }

            int end = index + 1;
            while (
                end < statements.Length
                && Find(statements[end]) is { } next
                && next.AsSpan().SequenceEqual(first.AsSpan())
            )
            {
                end++;
            }

            if (end - index >= LeastCommands)
            {
                ShellPipelineSyntax pipeline = statements[index].Pipelines[0];
                context.Report(pipeline.Commands[pipeline.Commands.Length - 1], Message(ShellNodes.Show(first)));
            }

            index = end;
        }
    }

    /// <summary>The file that a statement of one pipeline appends to.</summary>
    private static ShellWordSyntax? Find(ShellListSyntax statement)
    {
        if (statement.Pipelines.Length != 1 || statement.IsBackground || statement.Pipelines[0].Commands.IsEmpty)
        {
            return null;
        }

        ShellPipelineSyntax pipeline = statement.Pipelines[0];
        if (pipeline.IsNegated)
        {
            return null;
        }

        foreach (ShellRedirectionSyntax redirection in pipeline.Commands[pipeline.Commands.Length - 1].Redirections)
        {
            if (redirection.Kind == ShellRedirectionKind.Append)
            {
                return redirection.Target;
            }
        }

        return null;
    }
}
