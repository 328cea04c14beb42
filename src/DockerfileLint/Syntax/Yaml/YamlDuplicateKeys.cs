namespace DockerfileLint.Syntax.Yaml;

/// <summary>Finds keys that a mapping holds twice; Compose's YAML reader refuses them, merge keys included.</summary>
internal static class YamlDuplicateKeys
{
    // A few string comparisons are cheaper than a table.
    private const int PairwiseLimit = 12;

    /// <summary>Recursive; the reader limits the depth.</summary>
    internal static void Find(YamlNodeSyntax node, YamlDiagnosticBag diagnostics)
    {
        switch (node)
        {
            case YamlMappingSyntax mapping:
                if (mapping.Pairs.Count > PairwiseLimit)
                {
                    FindByTable(mapping, diagnostics);
                }
                else
                {
                    FindByPairs(mapping, diagnostics);
                }

                for (int i = 0; i < mapping.Pairs.Count; i++)
                {
                    Find(mapping.Pairs[i].Value, diagnostics);
                }

                break;
            case YamlSequenceSyntax sequence:
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    Find(sequence.Items[i], diagnostics);
                }

                break;
        }
    }

    private static void FindByPairs(YamlMappingSyntax mapping, YamlDiagnosticBag diagnostics)
    {
        for (int i = 1; i < mapping.Pairs.Count; i++)
        {
            for (int k = 0; k < i; k++)
            {
                if (mapping.Pairs[i].Key is YamlScalarSyntax key && mapping.Pairs[k].Key is YamlScalarSyntax other && key.Value == other.Value)
                {
                    diagnostics.AddDuplicateKey(key, other);
                    break;
                }
            }
        }
    }

    private static void FindByTable(YamlMappingSyntax mapping, YamlDiagnosticBag diagnostics)
    {
        var keys = new Dictionary<string, YamlScalarSyntax>(mapping.Pairs.Count, StringComparer.Ordinal);
        for (int i = 0; i < mapping.Pairs.Count; i++)
        {
            if (mapping.Pairs[i].Key is not YamlScalarSyntax key)
            {
                continue;
            }

            if (keys.TryGetValue(key.Value, out YamlScalarSyntax? other))
            {
                diagnostics.AddDuplicateKey(key, other);
            }
            else
            {
                keys.Add(key.Value, key);
            }
        }
    }
}
