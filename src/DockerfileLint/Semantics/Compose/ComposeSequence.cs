using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A sequence of the effective project.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeSequence : ComposeNode
{
    private ComposeNode[]? _items;

    internal ComposeSequence(YamlSequenceSyntax sequence, ComposeScope scope, ComposeOrigin? via)
        : base(sequence, scope, via)
    {
    }

    /// <summary>The items; those whose alias leads nowhere are left out.</summary>
    public IReadOnlyList<ComposeNode> Items => _items ??= ReadItems((YamlSequenceSyntax)Syntax);

    private ComposeNode[] ReadItems(YamlSequenceSyntax sequence)
    {
        var items = new List<ComposeNode>(sequence.Items.Count);
        foreach (YamlNodeSyntax item in sequence.Items)
        {
            if (Create(item, Scope, Via) is { } node)
            {
                items.Add(node);
            }
        }

        return [.. items];
    }
}
