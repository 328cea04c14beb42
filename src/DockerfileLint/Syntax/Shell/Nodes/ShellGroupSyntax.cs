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

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellGroup;

    /// <summary>The statements in order.</summary>
    public ImmutableArray<ShellListSyntax> Statements { get; }

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) =>
        index == 0 ? ChildSlot.Of(Statements) : ChildSlot.Of(Redirections);
}
