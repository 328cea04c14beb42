using DockerfileLint.Diagnostics;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Compose.Schema;

/// <summary>Finds keys that a mapping holds twice; Compose's YAML reader refuses them, merge keys included.</summary>
internal static class DuplicateKeyChecker
{
    // A few string comparisons are cheaper than a table.
    private const int PairwiseSize = 12;

    /// <summary>Recursive; the reader limits the depth.</summary>
    internal static void Check(YamlNodeSyntax node, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (node)
        {
            case YamlMappingSyntax mapping:
                if (mapping.Pairs.Count > PairwiseSize)
                {
                    FindByTable(mapping, diagnostics);
                }
                else
                {
                    FindByPairs(mapping, diagnostics);
                }

                for (int i = 0; i < mapping.Pairs.Count; i++)
                {
                    Check(mapping.Pairs[i].Value, diagnostics, cancellation);
                }

                break;
            case YamlSequenceSyntax sequence:
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    Check(sequence.Items[i], diagnostics, cancellation);
                }

                break;
        }
    }

    private static void FindByPairs(YamlMappingSyntax mapping, List<Diagnostic> diagnostics)
    {
        for (int i = 1; i < mapping.Pairs.Count; i++)
        {
            for (int k = 0; k < i; k++)
            {
                if (
                    mapping.Pairs[i].Key is YamlScalarSyntax key
                    && mapping.Pairs[k].Key is YamlScalarSyntax other
                    && key.Value == other.Value
                )
                {
                    Report(key, other, diagnostics);
                    break;
                }
            }
        }
    }

    private static void FindByTable(YamlMappingSyntax mapping, List<Diagnostic> diagnostics)
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
                Report(key, other, diagnostics);
            }
            else
            {
                keys.Add(key.Value, key);
            }
        }
    }

    private static void Report(YamlScalarSyntax key, YamlScalarSyntax other, List<Diagnostic> diagnostics)
    {
        SourceFile file = key.Tree.File;
        var place = new SourceSpan(file, key.ContentSpan);

        // Keys without text can stand in one place.
        if (diagnostics.Count > 0 && diagnostics[diagnostics.Count - 1].Location.Span == place.Span)
        {
            return;
        }

        DiagnosticMessage message = key is { Style: YamlScalarStyle.Plain, Value: "<<" }
            ? DuplicateKeyMessages.Merge(key.Value)
            : DuplicateKeyMessages.Default(key.Value);
        diagnostics.Add(
            new Diagnostic(RuleDescriptors.DuplicateKey, new Location(place), message)
            {
                RelatedLocations =
                [
                    new RelatedLocation(new SourceSpan(file, other.ContentSpan), "The first key of that name."),
                ],
            }
        );
    }
}
