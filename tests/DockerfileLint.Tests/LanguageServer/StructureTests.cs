using DockerfileLint.LanguageServer.Features;
using DockerfileLint.LanguageServer.Protocol;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>The outline, folds, selections, links and colours of a document.</summary>
internal sealed class StructureTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public void The_outline_of_a_Dockerfile_has_stages_with_their_instructions() =>
        Outline(
                DocumentSymbols.Find(
                    ViewedText.Create("Dockerfile", "ARG V\nFROM a:1 AS x\nENV A=1 B=2\nRUN ls\nFROM b:2\n").View,
                    None
                )
            )
            .Should()
            .Be("ARG V, x(ENV A, RUN), b:2");

    [Test]
    public void The_outline_of_a_Compose_file_has_what_its_sections_define() =>
        Outline(
                DocumentSymbols.Find(
                    ViewedText
                        .Create(
                            "compose.yaml",
                            "services:\n  web:\n    image: a\n    build:\n      context: .\nvolumes:\n  v:\n"
                        )
                        .View,
                    None
                )
            )
            .Should()
            .Be("services(web(image, build)), volumes(v)");

    [Test]
    public void Stages_instructions_and_comments_fold() =>
        Fold("Dockerfile", "# a\n# b\nFROM a:1\nRUN a && \\\n  b\nRUN <<E\nx\nE\nFROM b:1\n")
            .Should()
            .Equal("0-1 comment", "2-7", "3-4", "5-7");

    [Test]
    public void Keys_fold_with_what_they_hold() =>
        Fold("compose.yaml", "services:\n  web:\n    image: a\n\n  db:\n    image: b\n\n\nvolumes:\n  v:\n")
            .Should()
            .Equal("0-5", "1-2", "4-5", "8-9");

    [Test]
    public void A_selection_grows_from_a_word_of_a_script_to_the_file()
    {
        var viewed = ViewedText.Create("Dockerfile", "FROM a:1\nRUN ls /t$0mp && id\n");
        var texts = new List<string>();
        for (
            SelectionRange? range = SelectionRanges
                .Find(
                    viewed.View,
                    new SelectionRangeParameters(viewed.Place.TextDocument, [viewed.Place.Position]),
                    None
                )
                .Single();
            range is not null;
            range = range.Parent
        )
        {
            texts.Add(viewed.GetText(range.Range));
        }

        texts.Should().StartWith("/tmp").And.ContainInOrder("/tmp", "ls /tmp", "ls /tmp && id", "RUN ls /tmp && id");
        texts[^1].Should().Be(viewed.View.Text.ToString());
    }

    [TestCase("Dockerfile", "FROM [|debian:13|]\n", "https://hub.docker.com/_/debian")]
    [TestCase("Dockerfile", "FROM [|bitnami/redis:1|]\n", "https://hub.docker.com/r/bitnami/redis")]
    [TestCase("Dockerfile", "FROM [|quay.io/a/b:1|]\n", "https://quay.io/repository/a/b")]
    [TestCase("Dockerfile", "FROM scratch\nADD [|https://a.example/x|] /\n", "https://a.example/x")]
    [TestCase("Dockerfile", "FROM scratch\nCOPY [|other/file|] /\n", "file:///work/other/file")]
    [TestCase("compose.yaml", "services:\n  web:\n    image: [|nginx:1|]\n", "https://hub.docker.com/_/nginx")]
    [TestCase(
        "compose.yaml",
        "services:\n  web:\n    image: scratch.local/x\n    env_file: [|other/file|]\n",
        "file:///work/other/file"
    )]
    [TestCase("compose.yaml", "secrets:\n  a:\n    file: ./[|other/file|]\n", "file:///work/other/file")]
    public void What_leads_out_of_a_document_is_a_link(string path, string markup, string target)
    {
        var viewed = ViewedText.Create(path, markup, ("other/file", "x"));

        DocumentLink link = DocumentLinks.Find(viewed.View, None).Should().ContainSingle().Which;

        link.Target.Should().Be(target);
        viewed
            .GetText(link.Range)
            .Should()
            .EndWith(
                markup[
                    (markup.IndexOf("[|", StringComparison.Ordinal) + 2)..markup.IndexOf("|]", StringComparison.Ordinal)
                ]
            );
    }

    [TestCase("Dockerfile", "# a\nFROM a:1 AS x\n", "comment:# a keyword:FROM namespace:a:1 keyword:AS class:x")]
    [TestCase(
        "Dockerfile",
        "FROM a:1\nRUN --network=none ls -l \"$A\" | id\n",
        "keyword:FROM namespace:a:1 keyword:RUN parameter:--network=none function:ls parameter:-l"
            + " string:\" variable:$A string:\" operator:| function:id"
    )]
    [TestCase(
        "Dockerfile",
        "FROM a:1\nRUN a \\\n    # c\n    b\n",
        "keyword:FROM namespace:a:1 keyword:RUN function:a comment:# c"
    )]
    [TestCase(
        "compose.yaml",
        "services:\n  web: # c\n    image: a:${V}\n    x: &a 1\n",
        "property:services property:web comment:# c property:image string:a: variable:${V} property:x"
            + " decorator:&a number:1"
    )]
    public void Tokens_say_what_a_word_is(string path, string text, string expected)
    {
        var viewed = ViewedText.Create(path, text);

        Decode(SemanticHighlighting.Find(viewed.View, range: null, None), viewed).Should().Be(expected);
    }

    [Test]
    public void Tokens_of_a_part_are_those_of_the_whole_in_it()
    {
        var viewed = ViewedText.Create("Dockerfile", "FROM a:1\nRUN ls\nUSER x\n");

        Decode(
                SemanticHighlighting.Find(viewed.View, new PositionRange(new Position(1, 0), new Position(1, 6)), None),
                viewed
            )
            .Should()
            .Be("keyword:RUN function:ls");
    }

    private static string Outline(IEnumerable<DocumentSymbol> symbols) =>
        string.Join(
            ", ",
            symbols.Select(symbol =>
                symbol.Name + (symbol.Children is { Length: > 0 } inner ? $"({Outline(inner)})" : "")
            )
        );

    private static IEnumerable<string> Fold(string path, string text) =>
        Folding
            .Find(ViewedText.Create(path, text).View, None)
            .Select(range => $"{range.StartLine}-{range.EndLine} {range.Kind}".TrimEnd())
            .Order(StringComparer.Ordinal);

    private static string Decode(SemanticTokens tokens, ViewedText viewed)
    {
        var words = new List<string>();
        int line = 0;
        int character = 0;
        for (int i = 0; i < tokens.Data.Length; i += 5)
        {
            character = tokens.Data[i] > 0 ? tokens.Data[i + 1] : character + tokens.Data[i + 1];
            line += tokens.Data[i];
            string text = viewed.GetText(
                new PositionRange(new Position(line, character), new Position(line, character + tokens.Data[i + 2]))
            );
            words.Add($"{SemanticTokenTypes.Names[tokens.Data[i + 3]]}:{text}");
        }

        return string.Join(' ', words);
    }
}
