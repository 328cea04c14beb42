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

    /// <summary>Text and expansions between the parentheses.</summary>
    public ImmutableArray<ShellWordPartSyntax> Parts { get; }

    internal override void AddChildNodes(List<ShellSyntaxNode> children) => Add(children, Parts);

    internal override void AppendValue(StringBuilder value) => value.Append(Placeholder);
}
