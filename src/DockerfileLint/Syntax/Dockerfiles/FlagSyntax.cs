using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>A flag of an instruction, such as <c>--from=build</c>.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class FlagSyntax : SyntaxNode
{
    internal FlagSyntax(TextSpan span, string name, WordSyntax? value)
        : base(span)
    {
        Name = name;
        Value = value;
        Adopt(value);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.Flag;

    /// <summary>The name without dashes, case kept.</summary>
    public string Name { get; }

    /// <summary>The value with quotes removed, or <c>null</c> for a bare flag.</summary>
    public WordSyntax? Value { get; }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => Value;
}
