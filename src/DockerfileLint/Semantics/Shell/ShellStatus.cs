using System.Collections.Immutable;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Shell;

namespace DockerfileLint.Semantics.Shell;

/// <summary>Who looks at the exit status of a command, and what a script does when nobody does.</summary>
internal static class ShellStatus
{
    /// <summary>
    /// Whether something depends on the status of a command or of a construct around it: an operator behind it, an
    /// <c>if</c> or a loop.
    /// </summary>
    internal static bool IsTested(ShellSyntaxNode command)
    {
        SyntaxNode child = command;
        for (SyntaxNode? node = command.Parent; node is not (null or ShellScriptSyntax); node = node.Parent)
        {
            switch (node)
            {
                case ShellListSyntax list when list.Pipelines[list.Pipelines.Length - 1] != child:
                case ShellIfClauseSyntax clause when IsIn(clause.Condition, child):
                case ShellWhileSyntax loop when IsIn(loop.Condition, child):
                    return true;
                default:
                    child = node;
                    break;
            }
        }

        return false;
    }

    /// <summary>Whether a script sets <c>-e</c> somewhere.</summary>
    internal static bool StopsOnError(ShellScriptSyntax script)
    {
        var descendants = new DescendantEnumerator(script);
        while (descendants.MoveNext())
        {
            if (
                descendants.Current is ShellSimpleCommandSyntax { Name: { } name } command
                && name.Is("set")
                && SetsStop(command)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool SetsStop(ShellSimpleCommandSyntax command)
    {
        foreach (ShellWordSyntax word in command.Words)
        {
            ReadOnlySpan<char> text = word.AsSpan();
            if (text.Length > 1 && text[0] == '-' && text[1] != '-' && text.IndexOf('e') > 0)
            {
                return true;
            }

            if (word.Is("errexit"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a statement is one of several, which come in text order.</summary>
    private static bool IsIn(ImmutableArray<ShellListSyntax> statements, SyntaxNode child) =>
        child is ShellListSyntax statement
        && !statements.IsEmpty
        && statement.Start >= statements[0].Start
        && statement.Start <= statements[statements.Length - 1].Start;
}
