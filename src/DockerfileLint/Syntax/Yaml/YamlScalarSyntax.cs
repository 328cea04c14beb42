using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>A scalar with its decoded value.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class YamlScalarSyntax : YamlNodeSyntax
{
    private int[]? _sourceMap;

    internal YamlScalarSyntax(TextSpan span, YamlProperties? properties, string value, YamlScalarStyle style)
        : base(span, properties)
    {
        Value = value;
        Style = style;
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.YamlScalar;

    /// <summary>The value: quotes, escapes, folding and indentation undone.</summary>
    public string Value { get; }

    /// <summary>How it is written.</summary>
    public YamlScalarStyle Style { get; }

    /// <summary>
    /// What the value means: a plain scalar may be a boolean, a number or null, others are text, and a tag overrules
    /// both.
    /// </summary>
    public YamlScalarKind Kind => YamlScalarResolver.Resolve(this);

    /// <summary>Whether the scalar is null: empty, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => Kind == YamlScalarKind.Null;

    /// <summary>
    /// The source text of a part of <see cref="Value"/>; offsets of <paramref name="part"/> are 0-based in the value.
    /// </summary>
    /// <remarks>Where the part stems from escapes or folded lines, their source text is covered as a whole.</remarks>
    public TextSpan GetSourceSpan(TextSpan part) =>
        YamlScalarSourceMap.GetSourceSpan(this, Tree.Text, part, ref _sourceMap);
}
