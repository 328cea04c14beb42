using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>&lt;(…)</c> or <c>&gt;(…)</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellProcessSubstitutionSyntax : ShellWordPartSyntax
{
    internal ShellProcessSubstitutionSyntax(
        ShellText text,
        int start,
        int end,
        ImmutableArray<ShellListSyntax> statements
    )
        : base(text, start, end)
    {
        Statements = statements;
        Adopt(statements);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellProcessSubstitution;

    /// <summary>Whether the word is read from, <c>&lt;(…)</c>, not written to.</summary>
    public bool IsInput => Text.Text[Start] == '<';

    /// <summary>The statements in order.</summary>
    public ImmutableArray<ShellListSyntax> Statements { get; }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(Statements);

    internal override void AppendValue(StringBuilder value) => value.Append(Placeholder);
}
