using System.Text.Json;
using CsCheck;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Syntax.Shell;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Syntax;

/// <summary>The node at a place, in all languages; the first character of the marked text is asked for.</summary>
internal sealed class FindNodeTests
{
    private static readonly string[] DockerfilePieces =
    [
        "FROM a AS b\n",
        "RUN ",
        "RUN <<E\n",
        "CMD [\"sh\", \"-c\", \"a \\\"b\\\"\"]\n",
        "HEALTHCHECK CMD ",
        "ENV a=b c=\"d e\"\n",
        "COPY --from=a b c\n",
        "ONBUILD ",
        "# comment\n",
        "\\\n",
        "\nE\n",
    ];

    private static readonly string[] ScriptPieces =
    [
        "a ",
        "b 'c d' ",
        "\"$x $(e f)\" ",
        "x=1 ",
        "> f ",
        "if a; then ",
        "; fi ",
        "{ ",
        "; } ",
        "(",
        ") ",
        "&& ",
        "| ",
        "; ",
        "\n",
        "# c\n",
        "`d \\`e\\``",
        "sh -c 'a b; c' ",
        "sh -c $'a\\tb' ",
        "eval \"a $(b c)\" 'd' ",
        "eval '' ",
        "bash <<E ",
        "cat <<'E' | ",
        "\na $(b)\nE\n",
    ];

    private static readonly string[] YamlPieces =
    [
        "a: ",
        "b\n",
        "- ",
        "  c: d\n",
        "{e: f, ",
        "[g, h]",
        "}\n",
        "&x ",
        "*x\n",
        "\"i\\nj\"",
        "|\n  k\n",
        "# l\n",
        "---\n",
        "\n",
    ];

    private static readonly Gen<string> Script = Gen.OneOf(ScriptPieces).Array[0, 15].Select(string.Concat);

    private static readonly Gen<string> Dockerfile = Gen.OneOf(Gen.OneOf(DockerfilePieces), Gen.OneOf(ScriptPieces))
        .Array[0, 20]
        .Select(string.Concat);

    private static readonly Gen<string> Yaml = Gen.OneOf(YamlPieces).Array[0, 20].Select(string.Concat);

    [TestCase("FROM [|a|]:1", "Word a:1")]
    [TestCase("[|FROM|] a", "FromInstruction FROM a")]
    [TestCase("FROM a\n[|\n|]RUN b", "Dockerfile *")]
    [TestCase("FROM a[||]", "Dockerfile *")]
    [TestCase("COPY [|--from|]=a b c", "Flag --from=a")]
    [TestCase("COPY --from=[|a|] b c", "Word a")]
    [TestCase("ENV a=[|b|]", "Word b")]
    [TestCase("RUN a [|b|]", "Command a b")]
    [TestCase("RUN <<E\n[|a|]\nE", "Heredoc a\nE")]
    [TestCase("# [|syntax|]=a\nFROM b", "Directive # syntax=a")]
    public void The_tree_finds_its_own_nodes(string marked, string node)
    {
        (string text, int position) = Unmark(marked);

        Describe(DockerfileSyntaxTree.Parse(text).FindNode(position)).Should().Match(node);
    }

    [TestCase("RUN a [|b|] && c", "ShellWord b")]
    [TestCase("RUN a[| |]b && c", "ShellSimpleCommand a b")]
    [TestCase("RUN a b [|&&|] c", "ShellList a b && c")]
    [TestCase("RUN a \\\n # b\n  [|c|]", "ShellWord c")]
    [TestCase("RUN a \\\n # [|b|]\n  c", "ShellSimpleCommand a   c")]
    [TestCase("RUN a \"x [|$y|] z\"", "ShellParameter $y")]
    [TestCase("RUN a $(b [|c|])", "ShellWord c")]
    [TestCase("RUN > a [|b|] 2> c d", "ShellWord b")]
    [TestCase("RUN > a b [|2>|] c d", "ShellRedirection 2> c")]
    [TestCase("RUN <<E\na [|b|]\nE", "ShellWord b")]
    [TestCase("RUN a <<E | b\nc [|$d|]\nE", "ShellParameter $d")]
    [TestCase("RUN a <<E | (b\n[|c|]\nE\nd)", "ShellWord c\n")]
    [TestCase("RUN [\"a\", \"[|b|]\"]", "ShellWord b")]
    [TestCase("RUN [|[|]\"a\", \"b\"]", "ShellScript [\"a\", \"b\"]")]
    [TestCase("RUN sh -c 'a [|b|]'", "ShellWord b")]
    [TestCase("RUN sh -c [|'|]a b'", "ShellSingleQuoted 'a b'")]
    [TestCase("RUN sh -c 'sh -c \"a [|b|]\"; c'", "ShellWord b")]
    [TestCase("RUN eval 'a' $(b [|c|]) 'd'", "ShellWord c")]
    [TestCase("RUN bash <<E\na [|b|]\nE", "ShellWord b")]
    [TestCase("ONBUILD HEALTHCHECK CMD a [|b|]", "ShellWord b")]
    [TestCase("[|RUN|] a", "RunInstruction RUN a")]
    public void The_model_goes_into_scripts(string marked, string node)
    {
        (string text, int position) = Unmark($"FROM x\n{marked}\n");
        var model = DockerfileModel.Create(DockerfileSyntaxTree.Parse(text));

        Describe(model.FindNode(position)).Should().Match(node);
    }

    [TestCase("a: [|b|]", "YamlScalar b")]
    [TestCase("a[|:|] b", "YamlPair a: b")]
    [TestCase("a: [[|b|], *c]", "YamlScalar b")]
    [TestCase("a: [|[|]b, *c]", "YamlSequence [b, *c]")]
    [TestCase("a: b\n[|#|] c\n", "YamlStream *")]
    public void Yaml_is_no_exception(string marked, string node)
    {
        (string text, int position) = Unmark(marked);
        var tree = YamlSyntaxTree.Parse(new SourceFile("compose.yaml", SourceText.From(text)));

        Describe(tree.FindNode(position)).Should().Match(node);
    }

    [TestCase("RUN [|a b|] && c", "ShellSimpleCommand a b")]
    [TestCase("RUN a [|b && c|]", "ShellList a b && c")]
    [TestCase("[|RUN a|] b", "RunInstruction RUN a b")]
    [TestCase("RUN a [|b\nUSER c|]", "Dockerfile *")]
    public void A_span_is_held_as_a_whole(string marked, string node)
    {
        string text = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var span = TextSpan.FromBounds(
            marked.IndexOf("[|", StringComparison.Ordinal),
            marked.IndexOf("|]", StringComparison.Ordinal) - 2
        );

        Describe(DockerfileModel.Create(DockerfileSyntaxTree.Parse(text)).FindNode(span)).Should().Match(node);
    }

    [Test]
    public void For_any_script_the_deepest_node_is_found() =>
        Script.Sample(
            text =>
            {
                var tree = ShellSyntaxTree.Parse(text);
                Check(tree, tree.FindNode);
            },
            iter: 4_000,
            print: Print
        );

    [Test]
    public void For_any_Dockerfile_the_deepest_node_is_found() =>
        Dockerfile.Sample(
            text =>
            {
                var tree = DockerfileSyntaxTree.Parse(text);
                var model = DockerfileModel.Create(tree);
                Check(tree, tree.FindNode);
                Check(tree, model.FindNode);
            },
            iter: 4_000,
            print: Print
        );

    [Test]
    public void For_any_YAML_the_deepest_node_is_found() =>
        Yaml.Sample(
            text =>
            {
                var tree = YamlSyntaxTree.Parse(new SourceFile("compose.yaml", SourceText.From(text)));
                Check(tree, tree.FindNode);
            },
            iter: 2_000,
            print: Print
        );

    [TestCase(-1)]
    [TestCase(2)]
    public void A_place_outside_of_the_text_is_refused(int position)
    {
        var tree = DockerfileSyntaxTree.Parse("A");
        var model = DockerfileModel.Create(tree);

        ((Action)(() => tree.FindNode(position))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => tree.FindToken(position))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => model.FindNode(position))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => tree.FindNode(new TextSpan(0, 2)))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [TestCase("[|FROM|] a", SyntaxKind.Keyword)]
    [TestCase("FROM a[| |]# b", SyntaxKind.Whitespace)]
    [TestCase("FROM a\n# [|b|]", SyntaxKind.Comment)]
    [TestCase("FROM a[||]", SyntaxKind.Argument)]
    [TestCase("[||]", SyntaxKind.None)]
    public void A_token_is_found(string marked, SyntaxKind kind)
    {
        (string text, int position) = Unmark(marked);

        DockerfileSyntaxTree.Parse(text).FindToken(position).Kind.Should().Be(kind);
    }

    /// <summary>Every place of a text: the node holds it, and no child does.</summary>
    private static void Check(SyntaxTree tree, Func<int, SyntaxNode> find)
    {
        for (int position = 0; position <= tree.Text.Length; position++)
        {
            SyntaxNode node = find(position);
            if (
                (node != tree.Root && !node.Span.Contains(position))
                || node.Tree != tree
                || node.ChildNodes.Any(child => child.Span.Contains(position))
            )
            {
                throw new InvariantException($"{node.SyntaxKind} {node.Span} is the deepest node at {position}.");
            }
        }
    }

    private static (string Text, int Position) Unmark(string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", start, StringComparison.Ordinal);
        return (marked.Remove(end, 2).Remove(start, 2), start);
    }

    private static string Describe(SyntaxNode node) => $"{node.SyntaxKind} {node}";

    private static string Print(string text) => JsonSerializer.Serialize(text);
}
