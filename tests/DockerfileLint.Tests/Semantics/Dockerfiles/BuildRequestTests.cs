using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

/// <summary>One file means different things to different builds.</summary>
internal sealed class BuildRequestTests
{
    private const string Stages =
        "FROM alpine AS base\nUSER 1\nFROM base AS Dev\nUSER root\nFROM base AS prod\nUSER 2\n";

    [TestCase(null, "2")]
    [TestCase("prod", "2")]
    [TestCase("DEV", "root")]
    [TestCase("0", "1")]
    public void The_target_is_the_final_stage(string? target, string user)
    {
        DockerfileModel model = Create(Stages, new BuildRequest { Target = target });

        model.FinalStage!.User.Value.DisplayText.Should().Be(user);
        model.Stages.Where(stage => stage.IsFinal).Should().Equal(model.FinalStage);
        (model.RequestedStage is null).Should().Be(target is null);
    }

    [Test]
    public void Of_two_stages_of_one_name_the_later_one_is_built() =>
        Create("FROM a AS x\nFROM b AS X\nFROM c\n", new BuildRequest { Target = "x" })
            .FinalStage!.Index.Should()
            .Be(1);

    [TestCase("nope")]
    [TestCase("3")]
    public void A_target_that_is_no_stage_breaks_the_build(string target)
    {
        DockerfileModel model = Create(Stages, new BuildRequest { Target = target });

        model.RequestedStage.Should().BeNull();
        model.FinalStage.Should().Be(model.Stages[2]);
        model
            .GetDiagnostics()
            .Should()
            .ContainSingle()
            .Which.Message.ToString()
            .Should()
            .Be($"There is no stage '{target}' for the build to make.");
    }

    [Test]
    public void Stages_that_the_target_does_not_need_are_unused()
    {
        DockerfileModel model = Create(Stages, new BuildRequest { Target = "base" });

        model.BuildGraph.GetUnused().Select(stage => stage.Index).Should().Equal(1, 2);
    }

    [TestCase("FROM a\nARG U=root\nUSER $U\n", "app", Certainty.Known)]
    [TestCase("ARG U=root\nFROM a\nARG U\nUSER $U\n", "app", Certainty.Known)]
    [TestCase("ARG U=root\nFROM a\nARG U=other\nUSER $U\n", "app", Certainty.Known)]
    [TestCase("FROM a\nARG U=root\nENV V=$U\nUSER ${V}\n", "app", Certainty.Known)]
    [TestCase("FROM a\nARG U=root\nENV U=svc\nUSER $U\n", "svc", Certainty.Known)]
    [TestCase("FROM alpine\nUSER x$U\n", "x", Certainty.Default, Description = "no ARG takes it")]
    public void An_argument_decides_where_an_ARG_takes_it(string text, string user, Certainty certainty)
    {
        Fact<UserSpecification> value = Create(
            text,
            WithArgument("U", new BuildArgument("app"))
        ).FinalStage!.User.Value;

        (value.DisplayText, value.Certainty).Should().Be((user, certainty));
    }

    [Test]
    public void An_argument_that_nobody_knows_hides_the_default()
    {
        DockerfileModel model = Create(
            "FROM a\nARG U=root\nUSER $U\n",
            WithArgument("U", new BuildArgument("", Certainty.Unknown))
        );

        model.FinalStage!.User.Value.Certainty.Should().Be(Certainty.Unknown);
    }

    [TestCase("FROM x-$TARGETARCH", "x-arm64", Certainty.Known)]
    [TestCase("FROM x-$TARGETOS-$TARGETVARIANT", "x-linux-v8", Certainty.Known)]
    [TestCase("FROM x-$BUILDARCH", "x-amd64", Certainty.Unknown)]
    public void The_platform_is_what_the_build_says(string text, string image, Certainty certainty)
    {
        Fact<string> name = Create(text, new BuildRequest { Platform = "linux/arm64/v8" }).FinalStage!.BaseName;

        (name.DisplayText, name.Certainty).Should().Be((image, certainty));
    }

    [TestCase("FROM base", "base", "docker-image://alpine:3.20", "alpine:3.20")]
    [TestCase("FROM alpine:latest", "alpine", "docker-image://debian", "debian")]
    [TestCase("FROM docker.io/library/alpine", "alpine", "docker-image://debian", "debian")]
    [TestCase("FROM alpine AS base\nUSER 1\nFROM base", "base", "docker-image://debian", "debian")]
    [TestCase("FROM alpine:3", "alpine", "docker-image://debian", "alpine:3")]
    public void A_named_context_takes_the_place_of_stages_and_images(
        string text,
        string name,
        string context,
        string image
    )
    {
        Stage stage = Create(
            text,
            new BuildRequest { NamedContexts = BuildRequest.Default.NamedContexts.Add(name, context) }
        ).FinalStage!;

        stage.BaseStage.Should().BeNull();
        stage.BaseName.ValueOr(null).Should().Be(image);
    }

    [Test]
    public void A_context_that_is_a_folder_is_no_image()
    {
        Stage stage = Create(
            "FROM base",
            new BuildRequest { NamedContexts = BuildRequest.Default.NamedContexts.Add("base", "./rootfs") }
        ).FinalStage!;

        stage.BaseContext.Should().Be("./rootfs");
        stage.BaseName.Certainty.Should().Be(Certainty.Unknown);
    }

    [Test]
    public void Equal_requests_share_a_model()
    {
        DockerfileModel model = DockerfileModel.Create(DockerfileSyntaxTree.Parse(Stages));

        model.For(BuildRequest.Default).Should().BeSameAs(model);
        model
            .For(new BuildRequest { Target = "dev" })
            .Should()
            .BeSameAs(model.For(new BuildRequest { Target = "dev" }))
            .And.NotBeSameAs(model.For(WithArgument("U", new BuildArgument("dev"))));
    }

    private static BuildRequest WithArgument(string name, BuildArgument value) =>
        new() { Arguments = BuildRequest.Default.Arguments.Add(name, value) };

    private static DockerfileModel Create(string text, BuildRequest request) =>
        DockerfileModel.Create(DockerfileSyntaxTree.Parse(text)).For(request);
}
