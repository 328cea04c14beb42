using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary>One command, or several that feed each other.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellPipelineSyntax : ShellSyntaxNode
{
    internal ShellPipelineSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellCommandSyntax> commands,
        ImmutableArray<ShellOperator> operators,
        bool isNegated,
        bool isTimed
    )
        : base(text, start, end)
    {
        Commands = commands;
        Operators = operators;
        IsNegated = isNegated;
        IsTimed = isTimed;
        Adopt(commands);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellPipeline;

    /// <summary>
    /// The commands; none only where the text is broken or there is nothing but <c>time</c> or <c>!</c>.
    /// </summary>
    public ImmutableArray<ShellCommandSyntax> Commands { get; }

    /// <summary>
    /// The pipe operators; the one at <c>i</c> stands between the commands <c>i</c> and <c>i + 1</c>.
    /// </summary>
    public ImmutableArray<ShellOperator> Operators { get; }

    /// <summary>Whether <c>!</c> turns the result round.</summary>
    public bool IsNegated { get; }

    /// <summary>Whether the reserved word <c>time</c> stands in front.</summary>
    public bool IsTimed { get; }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(Commands);
}
