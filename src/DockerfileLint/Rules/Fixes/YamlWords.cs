using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;

namespace DockerfileLint.Rules.Fixes;

/// <summary>What a YAML file says as a row of words: two files with the same words have the same content.</summary>
internal static class YamlWords
{
    /// <summary>Begins a key with its value.</summary>
    internal const string Pair = ":";

    /// <summary>The words of a file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="omitted">Keys that are left out, each as the keys that lead to it with dots between them.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal static List<string> Read(YamlSyntaxTree tree, HashSet<string> omitted, CancellationToken cancellation)
    {
        int behind = 0;
        var words = new List<string>();
        var nodes = new DescendantEnumerator(tree.Root);
        while (nodes.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            SyntaxNode node = nodes.Current;
            if (node.Span.Start < behind)
            {
                continue;
            }

            if (omitted.Count > 0 && node is YamlPairSyntax pair && IsOmitted(pair, omitted))
            {
                behind = pair.Span.End;
                continue;
            }

            string properties = node is YamlNodeSyntax { Properties: not null } yaml
                ? $"{yaml.Anchor} {yaml.Tag} "
                : "";
            words.Add(
                node switch
                {
                    YamlScalarSyntax scalar => properties + Describe(scalar),
                    YamlAliasSyntax alias => "*" + alias.Name,
                    YamlMappingSyntax mapping => $"{properties}{{{mapping.Indentation()}",
                    YamlSequenceSyntax sequence => $"{properties}[{sequence.Indentation()}",
                    YamlPairSyntax => Pair,
                    _ => "-",
                }
            );
        }

        return words;
    }

    private static bool IsOmitted(YamlPairSyntax pair, HashSet<string> omitted)
    {
        string? path = ComposeFixes.FindPath(pair);
        return path is not null && omitted.Contains(path);
    }

    /// <summary>A scalar by its type and its value.</summary>
    internal static string Describe(YamlScalarSyntax scalar) => $"{scalar.Kind} {scalar.Value}";

    /// <summary>A scalar that is text.</summary>
    internal static string DescribeText(string value) => $"{YamlScalarKind.String} {value}";

    /// <summary>The depth, so that nothing moves to another parent.</summary>
    private static int Indentation(this SyntaxNode node)
    {
        int depth = 0;
        for (SyntaxNode? parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            depth++;
        }

        return depth;
    }
}
