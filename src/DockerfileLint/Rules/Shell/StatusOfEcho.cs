using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2320: <c>$?</c> behind <c>echo</c> is the status of <c>echo</c>.</summary>
[Rule("SC2320")]
internal sealed partial class StatusOfEcho : ShellRule
{
    public override void VisitParameter(ShellParameterSyntax node, ShellRuleContext context)
    {
        if (
            node.Name == "?"
            && GetStatement(node) is { } statement
            && GetPrevious(statement) is { Pipelines: [{ Commands: [ShellSimpleCommandSyntax { Name: { } name }] }] }
            && name.Is("echo")
        )
        {
            context.Report(node, Message(node.ToString()));
        }
    }

    /// <summary>The statement whose first command has the parameter among its words.</summary>
    private static ShellListSyntax? GetStatement(ShellParameterSyntax node)
    {
        SyntaxNode? parent = node.Parent;
        while (parent is ShellDoubleQuotedSyntax)
        {
            parent = parent.Parent;
        }

        return
            parent is ShellWordSyntax { Parent: ShellSimpleCommandSyntax command }
            && command.Pipeline is { Parent: ShellListSyntax list } pipeline
            && list.Pipelines[0] == pipeline
            && pipeline.Commands[0] == command
            ? list
            : null;
    }

    private static ShellListSyntax? GetPrevious(ShellListSyntax statement)
    {
        ImmutableArray<ShellListSyntax> statements = statement.Parent switch
        {
            ShellScriptSyntax script => script.Statements,
            ShellGroupSyntax group => group.Statements,
            ShellSubshellSyntax subshell => subshell.Statements,
            ShellForSyntax loop => loop.Statements,
            ShellIfClauseSyntax clause => clause.Statements,
            _ => [],
        };

        // Statements come in text order.
        int low = 0;
        int high = statements.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (statements[middle].Start < statement.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 ? statements[low - 1] : null;
    }
}
