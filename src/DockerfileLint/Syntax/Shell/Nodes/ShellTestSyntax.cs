using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>[[ … ]]</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellTestSyntax : ShellCommandSyntax
{
    internal ShellTestSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellWordSyntax> words,
        ImmutableArray<ShellRedirectionSyntax> redirections
    )
        : base(text, start, end, redirections)
    {
        Words = words;
        Adopt(words);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellTest;

    /// <summary>
    /// Operands, and operators that are words such as <c>-f</c>, <c>==</c> and <c>!</c>; parentheses,
    /// <c>&amp;&amp;</c>, <c>||</c>, <c>&lt;</c> and <c>&gt;</c> are left out.
    /// </summary>
    public ImmutableArray<ShellWordSyntax> Words { get; }

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) => index == 0 ? ChildSlot.Of(Words) : ChildSlot.Of(Redirections);
}
