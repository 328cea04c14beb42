using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>for x in …; do …; done</c>, <c>select</c>, or the form <c>for ((…; …; …))</c>.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellForSyntax : ShellCommandSyntax
{
    internal ShellForSyntax(
        ShellText text,
        int start,
        int end,
        bool isSelect,
        ShellWordSyntax? variable,
        ShellArithmeticExpansionSyntax? header,
        bool hasItems,
        ImmutableArray<ShellWordSyntax> items,
        ImmutableArray<ShellListSyntax> statements,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end, redirections)
    {
        IsSelect = isSelect;
        Variable = variable;
        Header = header;
        HasItems = hasItems;
        Items = items;
        Statements = statements;
        Adopt(variable);
        Adopt(header);
        Adopt(items);
        Adopt(statements);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellFor;

    /// <summary>Whether it is <c>select</c>.</summary>
    public bool IsSelect { get; }

    /// <summary>The name of the variable; <c>null</c> in the form with <c>((</c>.</summary>
    public ShellWordSyntax? Variable { get; }

    /// <summary>The three expressions of the form with <c>((</c>, or <c>null</c>.</summary>
    public ShellArithmeticExpansionSyntax? Header { get; }

    /// <summary>Whether there is an <c>in</c>; without it the arguments of the script or function are taken.</summary>
    public bool HasItems { get; }

    /// <summary>The words after <c>in</c>.</summary>
    public ImmutableArray<ShellWordSyntax> Items { get; }

    /// <summary>The body.</summary>
    public ImmutableArray<ShellListSyntax> Statements { get; }

    internal override int SlotCount => 5;

    internal override ChildSlot GetSlot(int index) =>
        index switch
        {
            0 => Variable,
            1 => Header,
            2 => ChildSlot.Of(Items),
            3 => ChildSlot.Of(Statements),
            _ => ChildSlot.Of(Redirections),
        };
}
