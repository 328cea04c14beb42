using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DockerfileLint.Syntax.Shell;

/// <summary><c>"…"</c> or <c>$"…"</c></summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ShellDoubleQuotedSyntax : ShellWordPartSyntax
{
    internal ShellDoubleQuotedSyntax(ShellText text, int start, int end, ImmutableArray<ShellWordPartSyntax> parts)
        : base(text, start, end)
    {
        Parts = parts;
        Adopt(parts);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.ShellDoubleQuoted;

    /// <summary>Text and expansions between the quotes.</summary>
    public ImmutableArray<ShellWordPartSyntax> Parts { get; }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(Parts);

    internal override void AppendValue(StringBuilder value)
    {
        foreach (ShellWordPartSyntax part in Parts)
        {
            part.AppendValue(value);
        }
    }
}
