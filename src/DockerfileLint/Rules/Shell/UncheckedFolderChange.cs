using DockerfileLint.Semantics.Shell;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Rules.Shell;

/// <summary>SC2164: the script goes on in the wrong folder where <c>cd</c> fails.</summary>
[Rule("SC2164")]
internal sealed partial class UncheckedFolderChange : ShellRule
{
    public override void VisitSimpleCommand(ShellSimpleCommandSyntax node, ShellRuleContext context)
    {
        // What comes last fails the step.
        if (IsUnchecked(node, context) && !IsLast(node))
        {
            context.Report(node, Message(node.Name!.ToString()));
        }
    }

    /// <summary>Whether a command changes the folder, may fail, and nobody looks at that.</summary>
    internal static bool IsUnchecked(ShellSimpleCommandSyntax node, ShellRuleContext context) =>
        node.Name is { } name
        && (name.Is("cd") || name.Is("pushd") || name.Is("popd"))
        && !IsAlwaysThere(node)
        && !ShellStatus.IsTested(node)
        && !context.StopsOnError;

    /// <summary>Whether it goes to the root or upwards, or only turns the list of folders.</summary>
    private static bool IsAlwaysThere(ShellSimpleCommandSyntax node)
    {
        if (node.Words.Length < 2)
        {
            return false;
        }

        if (!node.Name!.Is("cd"))
        {
            return node.Words[1].Is("-n");
        }

        string? folder = node.Words[1].LiteralText;
        if (string.IsNullOrEmpty(folder) || node.Words.Length > 2)
        {
            return false;
        }

        foreach (char c in folder!)
        {
            if (c is not ('.' or '/'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether nothing of the script runs behind the command.</summary>
    private static bool IsLast(ShellSimpleCommandSyntax node)
    {
        SyntaxNode child = node;
        for (SyntaxNode? parent = node.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            bool isLast = parent switch
            {
                ShellPipelineSyntax pipeline => pipeline.Commands.Length == 1,
                ShellListSyntax => true,
                ShellGroupSyntax group => group.Statements[group.Statements.Length - 1] == child,
                ShellSubshellSyntax subshell => subshell.Statements[subshell.Statements.Length - 1] == child,
                ShellScriptSyntax script => script.Statements[script.Statements.Length - 1] == child,
                _ => false,
            };
            if (!isLast)
            {
                return false;
            }

            if (parent is ShellScriptSyntax)
            {
                return true;
            }
        }

        return false;
    }
}
