using System.Text;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;
using FluentAssertions;

namespace DockerfileLint.Tests.Syntax.Yaml;

/// <summary>Parses samples and writes trees down so that tests can compare them.</summary>
internal static class YamlSample
{
    internal static YamlSyntaxTree Parse(string text) =>
        YamlSyntaxTree.Parse(new SourceFile("compose.yaml", SourceText.From(text)));

    internal static YamlSyntaxTree Parse(byte[] bytes) =>
        YamlSyntaxTree.Parse(new SourceFile("compose.yaml", SourceText.From(bytes)));

    /// <summary>
    /// The content in one line: <c>{a: b}</c>, <c>[a, b]</c>, scalars with their value, aliases with <c>*</c>.
    /// </summary>
    internal static string Describe(SyntaxNode node) =>
        node switch
        {
            YamlStreamSyntax stream => string.Join(
                " --- ",
                stream.Documents.Select(document => Describe(document.Content))
            ),
            YamlDocumentSyntax document => Describe(document.Content),
            YamlMappingSyntax mapping => DescribeProperties(mapping)
                + "{"
                + string.Join(", ", mapping.Pairs.Select(pair => Describe(pair.Key) + ": " + Describe(pair.Value)))
                + "}",
            YamlSequenceSyntax sequence => DescribeProperties(sequence)
                + "["
                + string.Join(", ", sequence.Items.Select(Describe))
                + "]",
            YamlScalarSyntax scalar => DescribeProperties(scalar)
                + scalar.Value.Replace("\n", "\\n", StringComparison.Ordinal),
            YamlAliasSyntax alias => "*" + alias.Name,
            _ => throw new ArgumentException(node.GetType().Name, nameof(node)),
        };

    private static string DescribeProperties(YamlNodeSyntax node) =>
        (node.Anchor is null ? "" : $"&{node.Anchor} ")
        + (node.Tag is null ? "" : (node.Tag[0] == '!' ? "" : "!") + node.Tag + " ");

    internal static string DescribeTokens(YamlSyntaxTree tree, bool all = false)
    {
        var text = new StringBuilder();
        foreach (SyntaxToken token in tree.Tokens)
        {
            if (all || token.Kind is not (SyntaxKind.Whitespace or SyntaxKind.NewLine))
            {
                text.Append(token.Kind)
                    .Append('<')
                    .Append(tree.Text.ToString(token.Span).Replace("\n", "\\n", StringComparison.Ordinal))
                    .Append("> ");
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The ids of the messages with the text they cover.</summary>
    internal static string[] DescribeDiagnostics(YamlSyntaxTree tree) =>
        [
            .. tree.Diagnostics.Select(diagnostic =>
                $"{diagnostic.Message.Template.Id} {diagnostic.Location.LineSpan.Start} "
                + $"'{tree.Text.ToString(diagnostic.Location.Span)}'"
            ),
        ];

    /// <summary>What holds for every tree whatever the text.</summary>
    internal static void ShouldBeSound(this YamlSyntaxTree tree)
    {
        TreeInvariants.Check(tree);
        foreach (SyntaxNode node in tree.Root.DescendantNodesAndSelf())
        {
            if (node is YamlNodeSyntax yaml)
            {
                yaml.Span.Contains(yaml.ContentSpan).Should().BeTrue("{0} holds {1}", yaml.Span, yaml.ContentSpan);
            }
        }

        bool hasSkippedText = tree.Tokens.Any(token => token.Kind == SyntaxKind.SkippedText);
        (hasSkippedText && tree.Diagnostics.IsEmpty).Should().BeFalse("text is skipped only with a diagnostic");
    }
}
