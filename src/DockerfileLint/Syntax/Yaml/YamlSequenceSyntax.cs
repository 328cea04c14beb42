using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>A sequence in block style (<c>- item</c>) or flow style (<c>[item]</c>).</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class YamlSequenceSyntax : YamlNodeSyntax
{
    private readonly YamlNodeSyntax[] _items;

    internal YamlSequenceSyntax(TextSpan span, YamlProperties? properties, YamlNodeSyntax[] items, bool isFlow)
        : base(span, properties)
    {
        _items = items;
        IsFlow = isFlow;
        foreach (YamlNodeSyntax item in items)
        {
            Adopt(item);
        }
    }

    /// <inheritdoc/>
    public override SyntaxKind SyntaxKind => SyntaxKind.YamlSequence;

    /// <summary>The items in text order.</summary>
    public IReadOnlyList<YamlNodeSyntax> Items => _items;

    /// <summary>Whether it is written in brackets.</summary>
    public bool IsFlow { get; }

    internal override int SlotCount => 1;

    internal override ChildSlot GetSlot(int index) => ChildSlot.Of(_items);
}
