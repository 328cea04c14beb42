namespace DockerfileLint.Syntax.Yaml;

/// <summary>Links aliases to anchored nodes and mappings to what their merge keys bring in.</summary>
internal static class YamlAliasBinder
{
    /// <summary>Distinct mappings that one mapping can merge; real files have fewer than five. Keeps a lookup cheap whatever the file says.</summary>
    internal const int MaximumMergeSources = 32;

    /// <param name="document">The document; anchors end with it.</param>
    /// <param name="diagnostics">Gets undefined aliases and names that Compose refuses.</param>
    /// <param name="isComplete">Whether the whole file could be read; if not, an anchor may lie in the text that was skipped.</param>
    internal static void Bind(YamlDocumentSyntax document, YamlDiagnosticBag diagnostics, bool isComplete)
    {
        var anchors = new Dictionary<string, YamlNodeSyntax>(StringComparer.Ordinal);
        List<YamlMappingSyntax>? merging = null;
        foreach (SyntaxNode node in document.DescendantNodesAndSelf())
        {
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
                    if (IsInside(alias, target))
                    {
                        diagnostics.AddCyclicAlias(alias);
                    }
                }
                else if (diagnostics.CheckAnchorName(alias.Name, alias.Span) && isComplete)
                {
                    diagnostics.AddUndefinedAlias(alias);
                }
            }
            else if (node is YamlPairSyntax { IsMerge: true, Parent: YamlMappingSyntax mapping })
            {
                (merging ??= []).Add(mapping);
            }
        }

        bool isReported = false;
        foreach (YamlMappingSyntax mapping in merging ?? [])
        {
            var sources = new List<YamlMappingSyntax>();
            if (!AddSources(mapping, mapping, sources) && !isReported)
            {
                isReported = true;
                diagnostics.AddTooManyMerges(mapping.Pairs.First(pair => pair.IsMerge).Key.Span, MaximumMergeSources);
            }

            mapping.SetMergeSources([.. sources]);
        }
    }

    private static bool IsInside(YamlAliasSyntax alias, YamlNodeSyntax target)
    {
        SyntaxNode? parent = alias.Parent;
        while (parent is not null && parent != target)
        {
            parent = parent.Parent;
        }

        return parent is not null;
    }

    // Depth first gives YAML's order: a merged mapping, what it merges itself, then the next one. Bounded by MaximumMergeSources, so recursion is too.
    private static bool AddSources(YamlMappingSyntax mapping, YamlMappingSyntax root, List<YamlMappingSyntax> sources)
    {
        foreach (YamlPairSyntax pair in mapping.Pairs)
        {
            if (!pair.IsMerge)
            {
                continue;
            }

            IReadOnlyList<YamlNodeSyntax> values = pair.Value.Resolved is YamlSequenceSyntax sequence ? sequence.Items : [pair.Value];
            foreach (YamlNodeSyntax value in values)
            {
                if (value.Resolved is not YamlMappingSyntax source || source == root || sources.Contains(source))
                {
                    continue;
                }

                if (sources.Count == MaximumMergeSources)
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
