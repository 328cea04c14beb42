using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>A key and its value.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class YamlPairSyntax : SyntaxNode
{
    /// <summary>The text of a merge key.</summary>
    internal const string MergeName = "<<";

    private const string MergeTag = "tag:yaml.org,2002:merge";

    internal YamlPairSyntax(YamlNodeSyntax key, YamlNodeSyntax value)
        : base(TextSpan.FromBounds(key.Span.Start, value.Span.End))
    {
        Key = key;
        Value = value;
        Adopt(key);
        Adopt(value);
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.YamlPair;

    /// <summary>The key; nearly always a scalar.</summary>
    public YamlNodeSyntax Key { get; }

    /// <summary>The value as it is written; an empty plain scalar behind the colon where nothing is.</summary>
    public YamlNodeSyntax Value { get; }

    /// <summary>The text of a scalar key, or <c>null</c> where the key is something else.</summary>
    public string? Name => (Key.Resolved as YamlScalarSyntax)?.Value;

    /// <summary>
    /// Whether this is a merge key <c>&lt;&lt;</c>: the pairs of its value join the mapping, where they do not stand
    /// already.
    /// </summary>
    public bool IsMerge =>
        Key is YamlScalarSyntax { Value: MergeName } key
        && (key.Tag == MergeTag || (key.Style == YamlScalarStyle.Plain && key.Tag is null or "!"));

    internal override int SlotCount => 2;

    internal override ChildSlot GetSlot(int index) => index == 0 ? Key : Value;
}
