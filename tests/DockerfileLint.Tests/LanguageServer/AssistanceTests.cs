using DockerfileLint.LanguageServer.Features;
using DockerfileLint.LanguageServer.Protocol;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>What an editor says of a place, and what it offers to write there.</summary>
internal sealed class AssistanceTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [TestCase("FR$0OM debian:13\n", "Starts a stage")]
    [TestCase("FROM debian:13\nRUN --mo$0unt=type=cache,target=/x ls\n", "file system that only this command sees")]
    [TestCase("FROM de$0bian:13\n", "Repository `debian`, tag `13`")]
    [TestCase("FROM de$0bian:13\n", "https://hub.docker.com/_/debian")]
    [TestCase("ARG V=1\nFROM a:$$0V\n", "`V` is `1`, unless `--build-arg` sets it.")]
    [TestCase("ARG V=1\nFROM a:$$0V\n", "Set on line 1: `ARG V=1`")]
    [TestCase("FROM a:1\nENV V=a`b\nWORKDIR /$$0V\n", "`V` is `` a`b ``.")]
    [TestCase("FROM a:1\nARG V\nWORKDIR /$$0V\n", "empty, unless `--build-arg` sets it")]
    [TestCase("FROM debian:13 AS x\nUSER 10\nFROM b:1\nCOPY --from=x$0 / /\n", "Stage `x` on `debian:13`")]
    [TestCase("FROM debian:13 AS x\nUSER 10\nFROM b:1\nCOPY --from=x$0 / /\n", "User: `10`")]
    [TestCase("FROM al$0pine\n", "DL3006")]
    [TestCase("# syn$0tax=docker/dockerfile:1\nFROM a:1\n", "frontend")]
    public void Something_is_known_of_a_place_in_a_Dockerfile(string markup, string expected) =>
        Hover("Dockerfile", markup).Should().Contain(expected);

    [TestCase("services:\n  web:\n    ima$0ge: a:1\n", "The image that is run")]
    [TestCase("services:\n  web:\n    image: debian:1$03\n", "Repository `debian`, tag `13`")]
    [TestCase("services:\n  w$0eb:\n    image: a:1\n    user: \"10\"\n", "User: `10`")]
    [TestCase("services:\n  w$0eb:\n    build: .\n", "User: `20` ([`Dockerfile`]")]
    [TestCase("services:\n  web:\n    image: a:${V$0}\n", "`${V}` is `3`, unless the environment sets `V`.")]
    [TestCase("services:\n  web:\n    image: a:${V$0}\n", "Set in [`.env`]")]
    [TestCase("services:\n  web:\n    image: a:${W$0:-5}\n", "`${W:-5}` is `5`")]
    [TestCase("services:\n  web:\n    image: a:1\n    privileged: t$0rue\n", "DC")]
    public void Something_is_known_of_a_place_in_a_Compose_file(string markup, string expected) =>
        Hover("compose.yaml", markup, (".env", "V=3\n"), ("Dockerfile", "FROM a:1\nUSER 20\n"))
            .Should()
            .Contain(expected);

    [Test]
    public void Nothing_is_said_of_blanks() => Hover("Dockerfile", "FROM a:1@sha256:0\n\n$0\n").Should().BeNull();

    [TestCase("$0", "FROM RUN COPY")]
    [TestCase("from a:1\n$0", "run copy")]
    [TestCase("FROM a:1\nru$0", "run copy")]
    [TestCase("FROM a:1\nONBUILD $0", "RUN COPY")]
    [TestCase("FROM a:1 AS x\nFROM $0", "x scratch")]
    [TestCase("FROM a:1 AS x\nFROM b:1\nCOPY --from=$0", "x a:1")]
    [TestCase("FROM a:1\nCOPY --$0", "--from= --chown= --link")]
    [TestCase("FROM a:1\nRUN --mount=$0", "type= target=")]
    [TestCase("FROM a:1\nRUN --mount=type=$0", "cache secret")]
    [TestCase("FROM a:1\nRUN --mount=type=cache,$0", "target= sharing= id=")]
    [TestCase("FROM a:1\nRUN --mount=type=cache,sharing=$0", "shared private locked")]
    [TestCase("FROM a:1\nRUN --network=$0", "none host")]
    [TestCase("ARG V=1\nFROM a:$$0", "V BUILDPLATFORM")]
    [TestCase("FROM a:1\nENV V=1\nRUN echo ${$0", "V")]
    [TestCase("# $0\nFROM a:1\n", "syntax=docker/dockerfile:1")]
    [TestCase("# check=skip=$0\nFROM a:1\n", "StageNameCasing")]
    [TestCase("FROM a:1\nSTOPSIGNAL $0", "SIGTERM")]
    public void Instructions_flags_values_and_names_are_offered(string markup, string expected) =>
        Complete("Dockerfile", markup).Should().Contain(expected.Split(' '));

    [TestCase("FROM a:1\nRUN --mount=type=cache,target=/x,$0", "target=")]
    [TestCase("FROM a:1 AS x\nCOPY --from=$0", "x")]
    [TestCase("FROM a:1\nRUN echo $0", "RUN")]
    [TestCase("FROM a:1\nRUN <<E\n$0\nE\n", "RUN")]
    public void What_makes_no_sense_is_not_offered(string markup, string unexpected) =>
        Complete("Dockerfile", markup).Should().NotContain(unexpected);

    [TestCase("$0", "services volumes include")]
    [TestCase("services:\n  web:\n    $0", "image build ports")]
    [TestCase("services:\n  web:\n    image: a\n    res$0", "restart")]
    [TestCase("services:\n  web:\n    restart: $0", "always unless-stopped")]
    [TestCase("services:\n  web:\n    privileged: $0", "true false")]
    [TestCase("services:\n  web:\n    build:\n      $0", "context dockerfile target")]
    [TestCase("services:\n  web:\n    deploy:\n      mode: $0", "replicated global")]
    [TestCase("services:\n  web:\n    volumes:\n      - type: $0", "bind volume")]
    [TestCase("services:\n  web:\n    volumes:\n      - type: volume\n        $0", "source target")]
    [TestCase("services:\n  db:\n    image: a\n  web:\n    depends_on:\n      - $0", "db")]
    [TestCase("services:\n  db:\n    image: a\n  web:\n    depends_on: [$0", "db")]
    [TestCase(
        "services:\n  db:\n    image: a\n  web:\n    depends_on:\n      db:\n        condition: $0",
        "service_healthy"
    )]
    [TestCase("services:\n  web:\n    volumes:\n      - $0\nvolumes:\n  data:\n", "data")]
    [TestCase("services:\n  web:\n    volumes:\n    - $0\nvolumes:\n  data:\n", "data")]
    [TestCase("services:\n  web:\n    networks:\n      $0\nnetworks:\n  front:\n", "front")]
    [TestCase("services:\n  web:\n    secrets:\n      - $0\nsecrets:\n  key:\n    file: x\n", "key")]
    [TestCase("services:\n  web:\n    image: ${$0}\n", "V")]
    [TestCase("services:\n  web:\n    build:\n      context: .\n      target: $0\n", "stage")]
    [TestCase("services:\n  web:\n    image: $0\n", "a:1")]
    [TestCase("x-a: &common\n  image: a\nservices:\n  web:\n    <<: *$0\n", "common")]
    public void Keys_values_and_names_are_offered(string markup, string expected) =>
        Complete("compose.yaml", markup, (".env", "V=3\n"), ("Dockerfile", "FROM a:1 AS stage\n"))
            .Should()
            .Contain(expected.Split(' '));

    [Test]
    public void What_is_offered_takes_the_place_of_what_is_written()
    {
        var viewed = ViewedText.Create("compose.yaml", "services:\n  web:\n    ima$0\n");
        CompletionItem item = Completions
            .Find(viewed.View, viewed.Place, None)
            .Items.Single(each => each.Label == "image");

        viewed.GetText(item.TextEdit!.Range).Should().Be("ima");
        item.TextEdit.NewText.Should().Be("image: ");
        item.Documentation!.Value.Should().NotBeEmpty();
    }

    [Test]
    public void Every_key_of_a_service_and_every_instruction_has_a_text()
    {
        Complete("compose.yaml", "services:\n  web:\n    $0", documentedOnly: true)
            .Should()
            .BeEquivalentTo(Complete("compose.yaml", "services:\n  web:\n    $0"));
        Complete("Dockerfile", "$0", documentedOnly: true).Should().BeEquivalentTo(Complete("Dockerfile", "$0"));
        Complete("Dockerfile", "FROM a:1\nCOPY --$0", documentedOnly: true)
            .Should()
            .BeEquivalentTo(Complete("Dockerfile", "FROM a:1\nCOPY --$0"));
    }

    [TestCase("Dockerfile", "ARG V=1\nFROM a:$V\n", "FROM a:$V«= a:1»")]
    [TestCase("Dockerfile", "FROM a:1\nENV V=1\nWORKDIR /${V}/x\n", "WORKDIR /${V}/x«= /1/x»")]
    [TestCase("compose.yaml", "services:\n  web:\n    image: a:${V}\n    user: a\n", "    image: a:${V}«= 3»")]
    [TestCase("compose.yaml", "services:\n  web:\n    build: .\n", "  web:«user 20»")]
    public void What_holds_and_stands_nowhere_is_shown(string path, string text, string expected)
    {
        (string, string)[] others =
            path == "Dockerfile" ? [] : [(".env", "V=3\n"), ("Dockerfile", "FROM a:1\nUSER 20\n")];
        var viewed = ViewedText.Create(path, text, others);

        string shown = viewed.View.Text.ToString();
        foreach (
            InlayHint hint in InlayHints
                .Find(viewed.View, new RangeParameters(viewed.Place.TextDocument, viewed.Whole), None)
                .Reverse()
        )
        {
            shown = shown.Insert(viewed.View.GetOffset(hint.Position), $"«{hint.Label}»");
        }

        shown.Split('\n').Should().Contain(expected);
    }

    [Test]
    public void A_value_that_another_file_replaces_is_shown_with_it()
    {
        var viewed = ViewedText.Create(
            "compose.yaml",
            "services:\n  web:\n    image: a:1\n",
            ("compose.override.yaml", "services:\n  web:\n    image: b:2\n")
        );

        InlayHints
            .Find(viewed.View, new RangeParameters(viewed.Place.TextDocument, viewed.Whole), None)
            .Select(hint => hint.Label)
            .Should()
            .Contain("→ b:2");
    }

    private static string? Hover(string path, string markup, params (string, string)[] others)
    {
        var viewed = ViewedText.Create(path, markup, others);
        return Hovers.Find(viewed.View, viewed.Place, None)?.Contents.Value;
    }

    private static string[] Complete(string path, string markup, params (string, string)[] others) =>
        Complete(path, markup, documentedOnly: false, others);

    private static string[] Complete(string path, string markup, bool documentedOnly, params (string, string)[] others)
    {
        var viewed = ViewedText.Create(path, markup, others);
        return
        [
            .. Completions
                .Find(viewed.View, viewed.Place, None)
                .Items.Where(item => !documentedOnly || item.Documentation is not null)
                .Select(item => item.Label),
        ];
    }
}
