using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>while … do … done</c> or <c>until … do … done</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellWhileSyntax : ShellCommandSyntax
{
    internal ShellWhileSyntax(
        ShellText text,
        int start,
        int end,
        bool isUntil,
        ImmutableArray<ShellListSyntax> condition,
        ImmutableArray<ShellListSyntax> statements,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end, redirections)
    {
        IsUntil = isUntil;
        Condition = condition;
        Statements = statements;
        Adopt(condition);
        Adopt(statements);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellWhile;

    /// <summary>Whether it is <c>until</c>.</summary>
    public bool IsUntil { get; }

    /// <summary>The statements whose last result decides.</summary>
    public ImmutableArray<ShellListSyntax> Condition { get; }

    /// <summary>The body.</summary>
    public ImmutableArray<ShellListSyntax> Statements { get; }

    internal override int SlotCount => 3;

    internal override ChildSlot GetSlot(int index) =>
        index switch
        {
            0 => ChildSlot.Of(Condition),
            1 => ChildSlot.Of(Statements),
            _ => ChildSlot.Of(Redirections),
        };
}
