using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>The command <c>(( … ))</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellArithmeticSyntax : ShellCommandSyntax
{
    internal ShellArithmeticSyntax(
        ShellText text,
        int start,
        int end,
        ShellArithmeticExpansionSyntax expression,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end, redirections)
    {
        Expression = expression;
        Adopt(expression);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellArithmetic;

    /// <summary>The expression with its parentheses.</summary>
    public ShellArithmeticExpansionSyntax Expression { get; }

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) => index == 0 ? Expression : ChildSlot.Of(Redirections);
}
