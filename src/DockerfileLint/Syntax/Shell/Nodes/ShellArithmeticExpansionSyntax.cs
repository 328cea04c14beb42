using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>$((…))</c>, or the parentheses of the command <c>((…))</c> and of <c>for ((…))</c>.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellArithmeticExpansionSyntax : ShellWordPartSyntax
{
    internal ShellArithmeticExpansionSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellWordPartSyntax> parts
    )
        : base(text, start, end)
    {
        Parts = parts;
        Adopt(parts);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellArithmeticExpansion;

    /// <summary>Text and expansions between the parentheses.</summary>
    public ImmutableArray<ShellWordPartSyntax> Parts { get; }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(Parts);

    internal override void AppendValue(StringBuilder value) => value.Append(Placeholder);
}
