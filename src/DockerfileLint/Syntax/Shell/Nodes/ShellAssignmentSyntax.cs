using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// <c>name=value</c>, <c>name+=value</c>, <c>name[index]=value</c> or <c>name=(…)</c> in front of a command.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellAssignmentSyntax : ShellSyntaxNode
{
    internal ShellAssignmentSyntax(
        ShellText text,
        int start,
        int end,
        string name,
        ShellWordSyntax? index,
        bool isAppend,
        ShellWordSyntax? value,
        ImmutableArray<ShellWordSyntax> elements
    )
        : base(text, start, end)
    {
        Name = name;
        Index = index;
        IsAppend = isAppend;
        Value = value;
        Elements = elements;
        Adopt(index);
        Adopt(value);
        if (!elements.IsDefault)
        {
            Adopt(elements);
        }
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellAssignment;

    /// <summary>The name of the variable.</summary>
    public string Name { get; }

    /// <summary>What stands between the brackets, or <c>null</c>.</summary>
    public ShellWordSyntax? Index { get; }

    /// <summary>Whether it is <c>+=</c>.</summary>
    public bool IsAppend { get; }

    /// <summary>The value; <c>null</c> where it is empty or an array.</summary>
    public ShellWordSyntax? Value { get; }

    /// <summary>Whether the value is an array in parentheses.</summary>
    public bool IsArray => !Elements.IsDefault;

    /// <summary>
    /// The elements of an array, with their <c>[index]=</c> where they have one; the default value where there is no
    /// array.
    /// </summary>
    public ImmutableArray<ShellWordSyntax> Elements { get; }

    internal override int SlotCount => 3;

    internal override ChildSlot GetSlot(int index) =>
        index switch
        {
            0 => Index,
            1 => Value,
            _ => ChildSlot.Of(Elements),
        };
}
