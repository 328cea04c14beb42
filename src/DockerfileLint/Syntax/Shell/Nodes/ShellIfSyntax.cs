using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>if … then … elif … else … fi</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellIfSyntax : ShellCommandSyntax
{
    internal ShellIfSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellIfClauseSyntax> clauses,
        ImmutableArray<ShellListSyntax> elseStatements,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end, redirections)
    {
        Clauses = clauses;
        ElseStatements = elseStatements;
        Adopt(clauses);
        Adopt(elseStatements);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellIf;

    /// <summary>The <c>if</c> and each <c>elif</c>.</summary>
    public ImmutableArray<ShellIfClauseSyntax> Clauses { get; }

    /// <summary>What follows <c>else</c>; empty where there is none.</summary>
    public ImmutableArray<ShellListSyntax> ElseStatements { get; }

    internal override int SlotCount => 3;

    internal override ChildSlot GetSlot(int index) =>
        index switch
        {
            0 => ChildSlot.Of(Clauses),
            1 => ChildSlot.Of(ElseStatements),
            _ => ChildSlot.Of(Redirections),
        };
}

/// <summary><c>if</c> or <c>elif</c> with its condition and what it guards.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellIfClauseSyntax : ShellSyntaxNode
{
    internal ShellIfClauseSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellListSyntax> condition,
        ImmutableArray<ShellListSyntax> statements
    )
        : base(text, start, end)
    {
        Condition = condition;
        Statements = statements;
        Adopt(condition);
        Adopt(statements);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellIfClause;

    /// <summary>The statements whose last result decides.</summary>
    public ImmutableArray<ShellListSyntax> Condition { get; }

    /// <summary>What follows <c>then</c>.</summary>
    public ImmutableArray<ShellListSyntax> Statements { get; }

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) => index == 0 ? ChildSlot.Of(Condition) : ChildSlot.Of(Statements);
}
