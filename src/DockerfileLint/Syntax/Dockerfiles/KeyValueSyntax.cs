using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Dockerfiles;

/// <summary>A pair of ENV, LABEL or ARG.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class KeyValueSyntax : SyntaxNode
{
    internal KeyValueSyntax(TextSpan span, WordSyntax key, WordSyntax? value)
        : base(span)
    {
        Key = key;
        Value = value;
        Adopt(key);
        Adopt(value);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.KeyValue;

    /// <summary>The name.</summary>
    public WordSyntax Key { get; }

    /// <summary>The value, quotes kept; <c>null</c> for an ARG without default.</summary>
    public WordSyntax? Value { get; }

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) => index == 0 ? Key : Value;
}
