using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>Links aliases to anchored nodes and mappings to what their merge keys bring in.</summary>
internal static class YamlAliasBinder
{
    /// <param name="documents">The documents of a file; anchors end with each.</param>
    /// <param name="diagnostics">Gets undefined aliases and names that Compose refuses.</param>
    /// <param name="isComplete">
    /// Whether the whole file could be read; if not, an anchor may lie in the text that was skipped.
    /// </param>
    /// <param name="cancellation">Ends the binding.</param>
    internal static void Bind(
        IReadOnlyList<YamlDocumentSyntax> documents,
        YamlDiagnosticBag diagnostics,
        bool isComplete,
        CancellationToken cancellation
    )
    {
        long followed = 0;
        for (int i = 0; i < documents.Count; i++)
        {
            Bind(documents[i], diagnostics, isComplete, ref followed, cancellation);
        }
    }

    private static void Bind(
        YamlDocumentSyntax document,
        YamlDiagnosticBag diagnostics,
        bool isComplete,
        ref long followed,
        CancellationToken cancellation
    )
    {
        var anchors = new Dictionary<string, YamlNodeSyntax>(StringComparer.Ordinal);
        List<YamlMappingSyntax>? merging = null;
        HashSet<YamlMappingSyntax>? seen = null;
        bool hasAliases = false;
        foreach (SyntaxNode node in document.DescendantNodesAndSelf())
        {
            cancellation.ThrowIfCancellationRequested();
            if (node is YamlNodeSyntax { Anchor: { } anchor } anchored)
            {
                anchors[anchor] = anchored;
                diagnostics.CheckAnchorName(anchor, anchored.AnchorSpan);
            }

            if (node is YamlAliasSyntax alias)
            {
                if (anchors.TryGetValue(alias.Name, out YamlNodeSyntax? target))
                {
                    alias.Target = target;
                    hasAliases = true;
                }
                else if (diagnostics.CheckAnchorName(alias.Name, alias.Span) && isComplete)
                {
                    diagnostics.AddUndefinedAlias(alias);
                }
            }
            else if (
                node is YamlPairSyntax { IsMerge: true, Parent: YamlMappingSyntax mapping }
                && (seen ??= []).Add(mapping)
            )
            {
                (merging ??= []).Add(mapping);
            }
        }

        if (hasAliases)
        {
            CheckExpansion(document, diagnostics, ref followed, cancellation);
        }

        bool isReported = false;
        foreach (YamlMappingSyntax mapping in merging ?? [])
        {
            var sources = new List<YamlMappingSyntax>();
            if (!AddSources(mapping, mapping, sources) && !isReported)
            {
                isReported = true;
                diagnostics.AddTooManyMerges(
                    mapping.Pairs.First(pair => pair.IsMerge).Key.Span,
                    AnalysisBudget.MaxMergeSources
                );
            }

            mapping.SetMergeSources([.. sources]);
        }
    }

    /// <summary>
    /// Reports aliases that stand in what they name, and those that make a small file stand for a huge one. Both stand
    /// for nothing from there on, so that whoever follows the others comes to an end, and soon.
    /// </summary>
    private static void CheckExpansion(
        YamlDocumentSyntax document,
        YamlDiagnosticBag diagnostics,
        ref long followed,
        CancellationToken cancellation
    )
    {
        var sizes = new Dictionary<YamlNodeSyntax, long>();
        YamlAliasSyntax? cycle = null;
        YamlAliasSyntax? largest = null;
        long largestSize = 0;
        long sum = followed;
        Measure(document.Content, merged: null);
        if (sum > AnalysisBudget.MaxAliasedNodes && followed <= AnalysisBudget.MaxAliasedNodes)
        {
            diagnostics.AddExcessiveAliasing(largest!, AnalysisBudget.MaxAliasedNodes);
        }

        followed = sum;
        if (cycle is not null)
        {
            diagnostics.AddAliasCycle(cycle);
        }

        // The reader limits the depth, so that recursion is limited too. Of what merge keys bring into one mapping
        // repetitions count once.
        long Measure(YamlNodeSyntax node, HashSet<YamlNodeSyntax>? merged)
        {
            cancellation.ThrowIfCancellationRequested();
            long size = 1;
            switch (node)
            {
                case YamlAliasSyntax { Target: { } target } alias:
                    if (!sizes.TryGetValue(target, out long known))
                    {
                        cycle ??= alias;
                        alias.Target = null;
                    }
                    else if (merged is null || merged.Add(target))
                    {
                        size = Math.Min(known + 1, AnalysisBudget.MaxAliasedNodes + 1);
                        (largest, largestSize) =
                            largest is null || known > largestSize ? (alias, known) : (largest, largestSize);
                        sum += known;
                        if (sum > AnalysisBudget.MaxAliasedNodes)
                        {
                            alias.Target = null;
                        }
                    }

                    break;
                case YamlMappingSyntax mapping:
                    HashSet<YamlNodeSyntax>? sources = null;
                    foreach (YamlPairSyntax pair in mapping.Pairs)
                    {
                        size += Measure(pair.Key, merged: null);
                        size += Measure(pair.Value, pair.IsMerge ? sources ??= [] : null);
                    }

                    break;
                case YamlSequenceSyntax sequence:
                    foreach (YamlNodeSyntax item in sequence.Items)
                    {
                        size += Measure(item, merged);
                    }

                    break;
            }

            if (node.Anchor is not null)
            {
                sizes[node] = size;
            }

            return size;
        }
    }

    // Depth first gives YAML's order: a merged mapping, what it merges itself, then the next one. Bounded by
    // AnalysisBudget.MaxMergeSources, so recursion is too.
    private static bool AddSources(YamlMappingSyntax mapping, YamlMappingSyntax root, List<YamlMappingSyntax> sources)
    {
        foreach (YamlPairSyntax pair in mapping.Pairs)
        {
            if (!pair.IsMerge)
            {
                continue;
            }

            IReadOnlyList<YamlNodeSyntax> values = pair.Value.Resolved is YamlSequenceSyntax sequence
                ? sequence.Items
                : [pair.Value];
            foreach (YamlNodeSyntax value in values)
            {
                if (value.Resolved is not YamlMappingSyntax source || source == root || sources.Contains(source))
                {
                    continue;
                }

                if (sources.Count == AnalysisBudget.MaxMergeSources)
                {
                    return false;
                }

                sources.Add(source);
                if (!AddSources(source, root, sources))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
