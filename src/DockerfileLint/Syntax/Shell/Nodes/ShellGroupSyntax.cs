using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>{ …; }</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellGroupSyntax : ShellCommandSyntax
{
    internal ShellGroupSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellListSyntax> statements,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end, redirections)
    {
        Statements = statements;
        Adopt(statements);
    }

    /// <summary>The statements in order.</summary>
    public ImmutableArray<ShellListSyntax> Statements { get; }

    internal override void AddChildNodes(List<ShellSyntaxNode> children)
    {
        Add(children, Statements);
        Add(children, Redirections);
    }
}
