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

    /// <summary>The name.</summary>
    public WordSyntax Key { get; }

    /// <summary>The value, quotes kept; <c>null</c> for an ARG without default.</summary>
    public WordSyntax? Value { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<SyntaxNode> ChildNodes => Value is null ? [Key] : [Key, Value];
}
