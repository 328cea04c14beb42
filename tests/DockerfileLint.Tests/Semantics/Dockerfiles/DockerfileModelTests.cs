using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

/// <summary>Stages, scopes and users.</summary>
internal sealed class DockerfileModelTests
{
    [Test]
    public void A_FROM_starts_a_stage()
    {
        DockerfileModel model = Create("ARG A\nFROM a AS One\nRUN x\nFROM one\nFROM scratch\nUSER b\nCMD c\n");

        model.Preamble.Should().ContainSingle().Which.Should().BeOfType<ArgInstructionSyntax>();
        model
            .Stages.Select(stage => (stage.Index, stage.DisplayName, stage.IsFinal, stage.Instructions.Length))
            .Should()
            .Equal((0, "One", false, 1), (1, "1", false, 0), (2, "2", true, 2));
        model.Stages[1].BaseStage.Should().Be(model.Stages[0]);
        model.Stages[1].RootStage.Should().Be(model.Stages[0]);
        model.Stages[0].BaseStage.Should().BeNull();
        model.Stages[2].IsFromScratch.Should().BeTrue();
        model.FinalStage.Should().Be(model.Stages[2]);
    }

    [Test]
    public void A_file_without_FROM_has_no_stage()
    {
        DockerfileModel model = Create("RUN x");

        model.Stages.Should().BeEmpty();
        model.FinalStage.Should().BeNull();
        model.Preamble.Should().ContainSingle();
    }

    [TestCase("FROM a AS b\nFROM b\n", true)]
    [TestCase("FROM a AS B\nFROM b\n", true, Description = "names are stored in lower case")]
    [TestCase("FROM a AS b\nFROM B\n", false, Description = "and looked up as written")]
    [TestCase("FROM b\nFROM a AS b\nFROM c\n", false, Description = "only earlier stages count")]
    [TestCase("FROM b AS b\n", false, Description = "not the stage itself")]
    [TestCase("FROM a AS b\nFROM a AS b\nFROM b\n", true, Description = "of equals the last one")]
    [TestCase("FROM a AS b\nFROM b:latest\n", false)]
    [TestCase("ARG X=b\nFROM a AS b\nFROM ${X}\n", true)]
    [TestCase("ARG X\nFROM a AS b\nFROM ${X}\n", false, Description = "an argument without default could be anything")]
    [TestCase("FROM a AS scratch\nFROM scratch\n", true)]
    public void A_base_is_an_earlier_stage_or_an_image(string text, bool isStage)
    {
        Stage last = Create(text).FinalStage!;

        (last.BaseStage is not null).Should().Be(isStage);
        last.IsFromScratch.Should().BeFalse();
    }

    [TestCase("FROM $X", "", Certainty.Known, Description = "never declared")]
    [TestCase("FROM ${X:-a}", "a", Certainty.Known)]
    [TestCase("FROM ${X-a}", "a", Certainty.Known)]
    [TestCase("ARG X\nFROM ${X:-a}", "a", Certainty.Default)]
    [TestCase("ARG X\nFROM $X", "", Certainty.Unknown)]
    [TestCase("ARG X=a\nFROM $X", "a", Certainty.Default)]
    [TestCase("ARG X=a Y=$X-b\nFROM $Y", "a-b", Certainty.Default, Description = "one declaration after the other")]
    [TestCase("ARG Y=$X-b\nARG X=a\nFROM $Y", "-b", Certainty.Default, Description = "in order")]
    [TestCase("ARG X=a\nARG X=b\nFROM $X", "b", Certainty.Default)]
    [TestCase("ARG X='a b'\nFROM $X", "a b", Certainty.Default)]
    [TestCase("FROM a/$TARGETARCH", "a/amd64", Certainty.Unknown, Description = "a guess")]
    [TestCase(
        "FROM a AS b\nARG X=c\nFROM a:$X",
        "a:",
        Certainty.Known,
        Description = "FROM sees the global scope only"
    )]
    public void A_base_is_expanded_in_the_global_scope(string text, string value, Certainty certainty)
    {
        Fact<string> name = Create(text).FinalStage!.BaseName;
        (name.DisplayText, name.Certainty).Should().Be((value, certainty));
    }

    [TestCase("FROM scratch\nUSER $X", "", Certainty.Known)]
    [TestCase("FROM a\nUSER $X", "", Certainty.Unknown, Description = "the image's environment is not known")]
    [TestCase(
        "ARG X=b\nFROM scratch\nUSER $X",
        "",
        Certainty.Known,
        Description = "global names are not seen in a stage"
    )]
    [TestCase("ARG X=b\nFROM scratch\nARG X\nUSER $X", "b", Certainty.Default, Description = "until it declares them")]
    [TestCase("ARG X=b\nFROM scratch\nARG X=c\nUSER $X", "c", Certainty.Default)]
    [TestCase("FROM scratch\nARG X\nUSER $X", "", Certainty.Unknown)]
    [TestCase("FROM scratch\nARG TARGETARCH\nUSER $TARGETARCH", "amd64", Certainty.Unknown)]
    [TestCase("FROM scratch\nUSER $TARGETARCH", "", Certainty.Known)]
    [TestCase("FROM scratch\nENV X=b\nUSER $X", "b", Certainty.Known)]
    [TestCase("FROM scratch\nENV X b c\nUSER $X", "b c", Certainty.Known)]
    [TestCase("FROM scratch\nUSER $X\nENV X=b", "", Certainty.Known, Description = "in order")]
    [TestCase(
        "FROM scratch\nENV X=b\nENV X=c Y=$X\nUSER $Y",
        "b",
        Certainty.Known,
        Description = "all pairs see what was before the instruction"
    )]
    [TestCase("FROM scratch\nENV X=b\nENV X=c\nUSER $X", "c", Certainty.Known)]
    [TestCase("FROM scratch\nENV X=b\nARG X=c\nUSER $X", "c", Certainty.Default, Description = "the later one wins")]
    [TestCase("FROM scratch\nARG X=c\nENV X=b\nUSER $X", "b", Certainty.Known)]
    [TestCase("FROM scratch\nARG X=c Y=$X\nUSER $Y", "c", Certainty.Default)]
    [TestCase("FROM scratch\nARG X=c\nENV Y=$X\nUSER $Y", "c", Certainty.Default)]
    [TestCase("FROM a\nENV Y=$X\nUSER $Y", "", Certainty.Unknown)]
    [TestCase("FROM a\nENV Y=${X:-b}\nUSER $Y", "b", Certainty.Default)]
    [TestCase("FROM scratch\nENV N=X\nENV $N=b\nUSER $X", "b", Certainty.Known, Description = "names are expanded too")]
    [TestCase(
        "FROM scratch AS s\nENV X=b\nARG Y=c\nFROM s\nUSER $X$Y",
        "bc",
        Certainty.Default,
        Description = "a stage starts with its base's"
    )]
    [TestCase("FROM scratch AS s\nENV X=b\nFROM s\nENV X=c\nUSER $X", "c", Certainty.Known)]
    [TestCase(
        "FROM scratch AS s\nENV X=b\nFROM scratch\nUSER $X",
        "",
        Certainty.Known,
        Description = "not with another's"
    )]
    [TestCase("FROM a AS s\nFROM s\nUSER $X", "", Certainty.Unknown)]
    [TestCase("FROM scratch\nLABEL X=b\nUSER $X", "", Certainty.Known)]
    [TestCase("FROM scratch\nONBUILD ENV X=b\nUSER $X", "", Certainty.Known)]
    [TestCase("FROM scratch\nRUN X=b\nUSER $X", "", Certainty.Known)]
    public void A_word_of_a_stage_sees_what_the_stage_has_set(string text, string value, Certainty certainty)
    {
        Fact<UserSpecification> user = Create(text).FinalStage!.User.Value;
        (user.DisplayText, user.Certainty).Should().Be((value, certainty));
    }

    [TestCase("FROM a\nUSER b\nUSER c\n", "c", 0, false)]
    [TestCase("FROM a\nUSER root\n", "root", 0, true)]
    [TestCase("FROM a AS x\nUSER root\nFROM x\n", "root", 0, true, Description = "inherited")]
    [TestCase("FROM a AS x\nUSER root\nFROM x AS y\nFROM y\nUSER 1\n", "1", 2, false)]
    [TestCase("FROM a AS x\nUSER root\nFROM b\n", null, 1, false)]
    [TestCase(
        "FROM a AS x\nUSER 1\nONBUILD USER root\nFROM x\n",
        "root",
        0,
        true,
        Description = "triggers run first in what is built on top"
    )]
    [TestCase("FROM a AS x\nUSER 1\nONBUILD USER root\nFROM x\nUSER 2\n", "2", 1, false)]
    [TestCase("FROM a AS x\nUSER 1\nONBUILD USER root\n", "1", 0, false, Description = "and not in the stage itself")]
    [TestCase(
        "FROM a AS x\nONBUILD USER root\nFROM x AS y\nFROM y\n",
        "root",
        0,
        true,
        Description = "what they set stays"
    )]
    [TestCase(
        "FROM a AS x\nONBUILD USER 1\nONBUILD USER root\nFROM x\n",
        "root",
        0,
        true,
        Description = "the last one"
    )]
    [TestCase("FROM a AS x\nENV U=root\nONBUILD USER $U\nFROM x\n", "$U", 0, true)]
    [TestCase("FROM a AS x\nUSER root\nFROM x\nUSER\n", "root", 0, true, Description = "a broken USER sets nothing")]
    [TestCase("FROM a\nUSER $U\n", "$U", 0, false)]
    [TestCase("FROM a\nARG U\nUSER ${U:-0}\n", "${U:-0}", 0, true)]
    public void The_last_USER_of_the_chain_decides(string text, string? word, int stage, bool isRoot)
    {
        EffectiveUser user = Create(text).FinalStage!.User;

        user.Word?.Text.Should().Be(word);
        (user.Word is null).Should().Be(word is null);
        user.Stage.Index.Should().Be(stage);
        user.IsRoot.IsCertainly(true).Should().Be(isRoot);
    }

    [TestCase("FROM a\nUSER $U\n", "$U")]
    [TestCase("FROM a:1 AS b\n", "a:1")]
    [TestCase("FROM a:1 AS b\nFROM b\n", "a:1")]
    public void An_unknown_user_may_be_root_and_lies_where_it_is_decided(string text, string source)
    {
        EffectiveUser user = Create(text).FinalStage!.User;

        (user.IsRoot.IsCertainly(true), user.IsRoot.MayBe(true)).Should().Be((false, true));
        user.Value.Span.GetText().Should().Be(source);
    }

    [TestCase("root", true)]
    [TestCase("0", true)]
    [TestCase("00", true)]
    [TestCase("root:staff", true)]
    [TestCase("0:1000", true)]
    [TestCase(":1000", true, Description = "a group alone")]
    [TestCase(":", true)]
    [TestCase("", false)]
    [TestCase("ROOT", false)]
    [TestCase("rooty", false)]
    [TestCase("1000:0", false)]
    [TestCase("app:root", false)]
    [TestCase("01", false)]
    public void Root_has_several_spellings(string user, bool isRoot) =>
        UserSpecification.Parse(user).IsRoot.Should().Be(isRoot);

    [TestCase("alpine", null, "alpine", null, null, "alpine")]
    [TestCase("alpine:3.20", null, "alpine", "3.20", null, "alpine")]
    [TestCase("library/alpine", null, "library/alpine", null, null, "alpine")]
    [TestCase("docker.io/library/alpine:3", "docker.io", "library/alpine", "3", null, "alpine")]
    [TestCase("docker.io/a/b", "docker.io", "a/b", null, null, "a/b")]
    [TestCase("a/b/c", null, "a/b/c", null, null, "a/b/c")]
    [TestCase("localhost/a", "localhost", "a", null, null, "localhost/a")]
    [TestCase("host:5000/a", "host:5000", "a", null, null, "host:5000/a")]
    [TestCase("host:5000/a:b", "host:5000", "a", "b", null, "host:5000/a")]
    [TestCase("ghcr.io/a/b@sha256:0", "ghcr.io", "a/b", null, "sha256:0", "ghcr.io/a/b")]
    [TestCase("a:b@sha256:0", null, "a", "b", "sha256:0", "a")]
    [TestCase("Host/a", "Host", "a", null, null, "Host/a")]
    public void An_image_reference_has_up_to_four_parts(
        string text,
        string? registry,
        string repository,
        string? tag,
        string? digest,
        string familiar
    )
    {
        ImageReference image = ImageReference.TryParse(text)!;

        (image.Registry, image.Repository, image.Tag, image.Digest).Should().Be((registry, repository, tag, digest));
        image.FamiliarName.Should().Be(familiar);
        image.IsUntagged.Should().Be(tag is null && digest is null);
    }

    [TestCase("")]
    [TestCase(":a")]
    [TestCase("@sha256:0")]
    [TestCase("a:")]
    [TestCase("a.b/")]
    public void A_text_without_repository_is_no_image(string text) => ImageReference.TryParse(text).Should().BeNull();

    [TestCase("FROM a\nCOPY --from=b c d\nFROM e AS b", "later-stage")]
    [TestCase("FROM e AS b\nFROM a\nCOPY --from=b c d", null)]
    [TestCase("FROM e AS b\nFROM a\nCOPY --from=0 c d", null)]
    [TestCase("FROM e AS b\nFROM a AS b\nCOPY --from=b c d", null, Description = "an earlier stage of the name")]
    [TestCase("FROM a\nRUN $X \"'", null, Description = "not expanded by the builder")]
    [TestCase("FROM a\nCMD '", null)]
    [TestCase("FROM a\nENV A='\"'", null)]
    [TestCase("FROM a\nENV A='", "unclosed-quote")]
    [TestCase("FROM a\nENV A=it\\'s", null)]
    [TestCase("# escape=`\nFROM a\nENV A=it\\'s", "unclosed-quote")]
    [TestCase("FROM a\nMAINTAINER it's me", null)]
    [TestCase("FROM a\nONBUILD USER '", null, Description = "judged by the build that runs it")]
    [TestCase("FROM a\nCOPY <<E b\n${\nE", null)]
    [TestCase("FROM a\nEXPOSE 80/TCP 81-82/udp 127.0.0.1:83:84 85/ $X", null)]
    [TestCase("ARG P=http\nFROM a\nARG P\nEXPOSE $P", "port")]
    [TestCase("FROM --platform=$BUILDPLATFORM a", null)]
    [TestCase("FROM --platform=linux/arm/v7 a", null)]
    public void The_graph_is_checked_where_it_is_certain(string text, string? message) =>
        Create(text)
            .GetDiagnostics()
            .Select(diagnostic => diagnostic.Message.Template.Id)
            .Should()
            .Equal(message is null ? [] : [message]);

    private static DockerfileModel Create(string text) => DockerfileModel.Create(DockerfileSyntaxTree.Parse(text));

    [Test]
    public void The_graph_tells_what_a_target_needs()
    {
        DockerfileModel model = Create(
            "FROM a AS base\nFROM base AS build\nCOPY --from=tools /x /x\nFROM b AS tools\nFROM c AS unused\nFROM "
                + "d\nRUN --mount=type=bind,from=build,target=/y z\nCOPY --from=Base /x /x\nCOPY --from=image /x /x\n"
        );
        BuildGraph graph = model.BuildGraph;

        graph.GetDependencies(model.FinalStage!).Select(stage => stage.DisplayName).Should().Equal("base", "build");
        graph
            .GetReachable(model.FinalStage!)
            .Select(stage => stage.DisplayName)
            .Should()
            .BeEquivalentTo("base", "build", "tools", "4");
        graph.GetReachable(model.Stages[2]).Should().Equal(model.Stages[2]);
        graph.GetUnused().Select(stage => stage.DisplayName).Should().Equal("unused");
        (graph.Find("BUILD"), graph.Find("3"), graph.Find("5"), graph.Find("image"))
            .Should()
            .Be((model.Stages[1], model.Stages[3], null, null));
    }

    [Test]
    public void A_trigger_of_the_base_is_what_the_first_command_replaces()
    {
        DockerfileModel model = Create("FROM a AS b\nONBUILD CMD c\nCMD d\nFROM b\nCMD e\n");

        model.GetOverridden(model.Stages[0].Instructions[1]).Should().BeNull();
        model
            .GetOverridden(model.Stages[1].Instructions[0])
            .Should()
            .Be(((OnbuildInstructionSyntax)model.Stages[0].Instructions[0]).Trigger);
    }
}
