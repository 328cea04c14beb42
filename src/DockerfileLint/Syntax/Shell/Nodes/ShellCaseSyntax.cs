using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>case … in …) …;; esac</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellCaseSyntax : ShellCommandSyntax
{
    internal ShellCaseSyntax(
        ShellText text,
        int start,
        int end,
        ShellWordSyntax? subject,
        ImmutableArray<ShellCaseItemSyntax> items,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end, redirections)
    {
        Subject = subject;
        Items = items;
        Adopt(subject);
        Adopt(items);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellCase;

    /// <summary>What is compared; <c>null</c> where the text is broken.</summary>
    public ShellWordSyntax? Subject { get; }

    /// <summary>The alternatives in order.</summary>
    public ImmutableArray<ShellCaseItemSyntax> Items { get; }

    internal override int SlotCount => 3;

    internal override ChildSlot GetSlot(int index) =>
        index switch
        {
            0 => Subject,
            1 => ChildSlot.Of(Items),
            _ => ChildSlot.Of(Redirections),
        };
}

/// <summary>One alternative of a <c>case</c>: patterns, and what they guard.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellCaseItemSyntax : ShellSyntaxNode
{
    internal ShellCaseItemSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellWordSyntax> patterns,
        ImmutableArray<ShellListSyntax> statements
    )
        : base(text, start, end)
    {
        Patterns = patterns;
        Statements = statements;
        Adopt(patterns);
        Adopt(statements);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellCaseItem;

    /// <summary>The patterns, of which one must match.</summary>
    public ImmutableArray<ShellWordSyntax> Patterns { get; }

    /// <summary>The statements in order.</summary>
    public ImmutableArray<ShellListSyntax> Statements { get; }

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) => index == 0 ? ChildSlot.Of(Patterns) : ChildSlot.Of(Statements);
}
