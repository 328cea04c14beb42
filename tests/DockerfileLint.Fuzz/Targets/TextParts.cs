using DockerfileLint.Fuzz.Mutation;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;

namespace DockerfileLint.Fuzz.Targets;

/// <summary>The parts of texts, as the library's parsers tell them apart.</summary>
internal static class TextParts
{
    // Tokens and nodes have their kinds in common, but do not stand for each other.
    private const int TokenKinds = 1000;

    internal static IEnumerable<TextPart> OfDockerfile(string text)
    {
        var tree = DockerfileSyntaxTree.Parse(CreateFile(text));
        var model = DockerfileModel.Create(tree);
        return OfTree(tree)
            .Concat(
                tree.Root.DescendantNodesAndSelf()
                    .OfType<InstructionSyntax>()
                    .Select(instruction => model.GetScript(instruction))
                    .OfType<InstructionScript>()
                    .SelectMany(script => script.NestedScripts.Prepend(script.Script))
                    .SelectMany(OfNode)
            );
    }

    internal static IEnumerable<TextPart> OfScript(string text) => OfNode(ShellSyntaxTree.Parse(CreateFile(text)).Root);

    internal static IEnumerable<TextPart> OfYaml(string text) => OfTree(YamlSyntaxTree.Parse(CreateFile(text)));

    /// <summary>Words and what stands between them, for texts of lines.</summary>
    internal static IEnumerable<TextPart> OfLines(string text)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (' ' or '\n' or '=' or ',' or ':' or '/' or '#'))
            {
                continue;
            }

            if (i > start)
            {
                yield return new TextPart(0, TextSpan.FromBounds(start, i));
            }

            if (i < text.Length)
            {
                yield return new TextPart(1, new TextSpan(i, 1));
            }

            start = i + 1;
        }
    }

    private static IEnumerable<TextPart> OfTree(SyntaxTree tree) =>
        OfNode(tree.Root)
            .Concat(
                tree.Tokens.Where(token => token.Kind != SyntaxKind.Whitespace)
                    .Select(token => new TextPart((int)token.Kind + TokenKinds, token.Span))
            );

    private static IEnumerable<TextPart> OfNode(SyntaxNode root) =>
        root.DescendantNodesAndSelf().Skip(1).Select(node => new TextPart((int)node.SyntaxKind, node.Span));

    private static SourceFile CreateFile(string text) => new("text", SourceText.From(text));
}
