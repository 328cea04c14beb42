using DockerfileLint.Text;

namespace DockerfileLint.Syntax.Yaml;

/// <summary>Links aliases to anchored nodes and mappings to what their merge keys bring in.</summary>
internal static class YamlAliasBinder
{
    /// <param name="document">The document; anchors end with it.</param>
    /// <param name="diagnostics">Gets undefined aliases and names that Compose refuses.</param>
    /// <param name="isComplete">
    /// Whether the whole file could be read; if not, an anchor may lie in the text that was skipped.
    /// </param>
    /// <param name="cancellation">Ends the binding.</param>
    internal static void Bind(
        YamlDocumentSyntax document,
        YamlDiagnosticBag diagnostics,
        bool isComplete,
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
            CheckExpansion(document, diagnostics);
        }

        bool isReported = false;
        int merged = 0;
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

            // What is written in place costs what its length costs; the rest was reported as excessive.
            merged += sources.Sum(source => source.Anchor is null ? 0 : source.Pairs.Count);
            if (merged > AnalysisBudget.MaxAliasedNodes)
            {
                break;
            }

            mapping.SetMergeSources([.. sources]);
        }
    }

    /// <summary>
    /// Reports aliases that hold themselves, and those that make a small file stand for a huge one. The latter stand
    /// for nothing from there on, so that nobody has to follow them.
    /// </summary>
    private static void CheckExpansion(YamlDocumentSyntax document, YamlDiagnosticBag diagnostics)
    {
        var sizes = new Dictionary<YamlNodeSyntax, long>();
        YamlAliasSyntax? cycle = null;
        YamlAliasSyntax? largest = null;
        long largestSize = 0;
        long followed = 0;
        if (Measure(document.Content) > AnalysisBudget.MaxAliasedNodes && largest is not null)
        {
            diagnostics.AddExcessiveAliasing(largest, AnalysisBudget.MaxAliasedNodes);
        }

        if (cycle is not null)
        {
            diagnostics.AddAliasCycle(cycle);
        }

        // The reader limits the depth, so that recursion is limited too.
        long Measure(YamlNodeSyntax node)
        {
            long size = 1;
            switch (node)
            {
                case YamlAliasSyntax { Target: { } target } alias:
                    if (sizes.TryGetValue(target, out long known))
                    {
                        size = Math.Min(known + 1, AnalysisBudget.MaxAliasedNodes + 1);
                        (largest, largestSize) =
                            largest is null || known > largestSize ? (alias, known) : (largest, largestSize);
                        followed += known;
                        if (followed > AnalysisBudget.MaxAliasedNodes && !IsMerged(alias))
                        {
                            alias.Target = null;
                        }
                    }
                    else
                    {
                        cycle ??= alias;
                    }

                    break;
                case YamlMappingSyntax mapping:
                    foreach (YamlPairSyntax pair in mapping.Pairs)
                    {
                        size += 1 + Measure(pair.Value);
                    }

                    break;
                case YamlSequenceSyntax sequence:
                    foreach (YamlNodeSyntax item in sequence.Items)
                    {
                        size += Measure(item);
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

    /// <summary>
    /// Whether a merge key brings the alias in: then repetitions count once, and
    /// <see cref="AnalysisBudget.MaxMergeSources"/> holds.
    /// </summary>
    private static bool IsMerged(YamlAliasSyntax alias) =>
        alias.Parent
            is YamlPairSyntax { IsMerge: true }
                or YamlSequenceSyntax { Parent: YamlPairSyntax { IsMerge: true } };

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
