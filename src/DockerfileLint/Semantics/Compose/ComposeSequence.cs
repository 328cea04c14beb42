using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Semantics.Compose;

/// <summary>A sequence of the effective project.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ComposeSequence : ComposeNode
{
    private ComposeNode[]? _items;

    internal ComposeSequence(YamlSequenceSyntax sequence, ComposeScope scope, ComposeOrigin? via)
        : base(sequence, scope, via) { }

    /// <summary>A sequence that was merged or cleared of repetitions.</summary>
    /// <param name="into">The node that it takes the place of.</param>
    /// <param name="items">The items.</param>
    internal ComposeSequence(ComposeNode into, ComposeNode[] items)
        : this(into.Syntax, into.Scope, into.InnerVia, items) { }

    private ComposeSequence(YamlNodeSyntax syntax, ComposeScope scope, ComposeOrigin? via, ComposeNode[] items)
        : base(syntax, scope, via)
    {
        _items = items;
        IsMerged = true;
    }

    /// <summary>The items; those whose alias leads nowhere are left out.</summary>
    public IReadOnlyList<ComposeNode> Items =>
        _items ?? InterlockedOperations.Initialize(ref _items, ReadItems((YamlSequenceSyntax)Syntax));

    /// <summary>Whether the items are others than those of <see cref="ComposeNode.Syntax"/>.</summary>
    internal bool IsMerged { get; }

    internal override ComposeNode Through(ComposeStep step)
    {
        ComposeOrigin via = step.Follow(Scope, InnerVia);
        ComposeScope scope = step.Enter(Scope);
        return IsMerged
            ? new ComposeSequence(Syntax, scope, via, [.. Items.Select(item => item.Through(step))])
            : new ComposeSequence((YamlSequenceSyntax)Syntax, scope, via);
    }

    internal override ComposeNode With(OpenVariables open) =>
        IsMerged
            ? new ComposeSequence(Syntax, Scope.With(open), InnerVia, [.. Items.Select(item => item.With(open))])
            : new ComposeSequence((YamlSequenceSyntax)Syntax, Scope.With(open), InnerVia);

    private ComposeNode[] ReadItems(YamlSequenceSyntax sequence)
    {
        var items = new List<ComposeNode>(sequence.Items.Count);
        foreach (YamlNodeSyntax item in sequence.Items)
        {
            if (Create(item, Scope, InnerVia) is { } node)
            {
                items.Add(node);
            }
        }

        return [.. items];
    }
}
