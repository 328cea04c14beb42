using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>A YAML node: a mapping, a sequence, a scalar or an alias.</summary>
[Experimental(ExperimentalApi.Id)]
public abstract class YamlNodeSyntax : SyntaxNode
{
    private readonly YamlProperties? _properties;

    private protected YamlNodeSyntax(TextSpan span, YamlProperties? properties)
        : base(span)
    {
        _properties = properties;
    }

    /// <summary>The name of the node's anchor without <c>&amp;</c>, or <c>null</c>.</summary>
    public string? Anchor => _properties?.Anchor;

    /// <summary>The anchor with its <c>&amp;</c>; empty where there is none.</summary>
    public TextSpan AnchorSpan => _properties?.AnchorSpan ?? default;

    /// <summary>
    /// The node's tag with its shorthand resolved, such as <c>tag:yaml.org,2002:str</c> or <c>!override</c>, or
    /// <c>null</c>.
    /// </summary>
    public string? Tag => _properties?.Tag;

    /// <summary>The tag as it is written; empty where there is none.</summary>
    public TextSpan TagSpan => _properties?.TagSpan ?? default;

    /// <summary>The node's text without anchor and tag. A finding about the value belongs here.</summary>
    public TextSpan ContentSpan =>
        _properties is null
            ? Span
            : TextSpan.FromBounds(_properties.ContentStart, Math.Max(_properties.ContentStart, Span.End));

    /// <summary>The node itself; for an alias the node it stands for, or <c>null</c> where there is none.</summary>
    public virtual YamlNodeSyntax? Resolved => this;

    internal YamlProperties? Properties => _properties;
}

/// <summary>Anchor and tag of a node; most nodes have neither.</summary>
internal sealed record YamlProperties(
    string? Anchor,
    TextSpan AnchorSpan,
    string? Tag,
    TextSpan TagSpan,
    int ContentStart
);
