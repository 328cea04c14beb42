using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>
/// One statement: pipelines joined by <c>&amp;&amp;</c> and <c>||</c>, which bind from left to right.
/// </summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellListSyntax : ShellSyntaxNode
{
    internal ShellListSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellPipelineSyntax> pipelines,
        ImmutableArray<ShellOperator> operators,
        ShellOperator terminator
    )
        : base(text, start, end)
    {
        Pipelines = pipelines;
        Operators = operators;
        Terminator = terminator;
        Adopt(pipelines);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellList;

    /// <summary>The pipelines; at least one.</summary>
    public ImmutableArray<ShellPipelineSyntax> Pipelines { get; }

    /// <summary>
    /// The operators; the one at <c>i</c> stands between the pipelines <c>i</c> and <c>i + 1</c>. A script that breaks
    /// off may end with one.
    /// </summary>
    public ImmutableArray<ShellOperator> Operators { get; }

    /// <summary>What ends the statement; it lies behind the span.</summary>
    public ShellOperator Terminator { get; }

    /// <summary>Whether the shell does not wait for it.</summary>
    public bool IsBackground => Terminator.Kind == ShellOperatorKind.Background;

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(Pipelines);
}
