using DockerfileLint.Fuzz.Invariants;
using DockerfileLint.Fuzz.Mutation;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>A YAML file: its tree, and the way from values back to the text.</summary>
internal sealed class YamlTarget() : FuzzTarget("yaml")
{
    internal static Mutator Mutator { get; } =
        new(SeedTexts.ComposeFiles, TextParts.OfYaml, YamlEdits.Atoms, YamlEdits.All);

    internal override void Check(byte[] input, CancellationToken cancellation)
    {
        var tree = YamlSyntaxTree.Parse(
            new SourceFile("compose.yaml", SourceText.From(input)),
            budget: null,
            cancellation
        );
        TreeInvariants.Check(tree, input);
        Check(tree);
    }

    /// <summary>Checks what holds for YAML trees beside what holds for all.</summary>
    /// <exception cref="InvariantException">Something does not hold.</exception>
    private static void Check(YamlSyntaxTree tree)
    {
        foreach (SyntaxNode node in tree.Root.DescendantNodesAndSelf())
        {
            if (node is YamlNodeSyntax yaml && !yaml.Span.Contains(yaml.ContentSpan))
            {
                throw new InvariantException($"{yaml.Span} holds its content {yaml.ContentSpan}.");
            }

            if (
                node is YamlScalarSyntax { Value.Length: > 0 } scalar
                && !scalar.ContentSpan.Contains(scalar.GetSourceSpan(new TextSpan(0, scalar.Value.Length)))
            )
            {
                throw new InvariantException($"The value of the scalar {scalar.Span} comes from its text.");
            }

            if (node is YamlMappingSyntax mapping)
            {
                _ = mapping.GetEffectivePairs().Count();
            }
        }

        if (tree.Diagnostics.IsEmpty && tree.Tokens.Any(token => token.Kind == SyntaxKind.SkippedText))
        {
            throw new InvariantException("Text is skipped with a diagnostic only.");
        }
    }

    protected override string CreateText(Random random) => Mutator.Mutate(random);
}
