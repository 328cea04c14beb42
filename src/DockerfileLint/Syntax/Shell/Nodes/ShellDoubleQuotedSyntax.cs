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

    /// <summary>Text and expansions between the quotes.</summary>
    public ImmutableArray<ShellWordPartSyntax> Parts { get; }

    internal override void AddChildNodes(List<ShellSyntaxNode> children) => Add(children, Parts);

    internal override void AppendValue(StringBuilder value)
    {
        foreach (ShellWordPartSyntax part in Parts)
        {
            part.AppendValue(value);
        }
    }
}
