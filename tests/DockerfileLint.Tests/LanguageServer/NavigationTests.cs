using DockerfileLint.LanguageServer.Features;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.LanguageServer.Rpc;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>From names to definitions and uses, and to other names.</summary>
internal sealed class NavigationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [TestCase("FROM a:1 AS [|build|]\nFROM b:1\nCOPY --from=bu$0ild /x /y\n")]
    [TestCase("FROM a:1 AS [|build|]\nFROM bu$0ild\n")]
    [TestCase("FROM a:1 AS [|build|]\nFROM b:1\nRUN --mount=type=bind,from=bui$0ld,target=/x ls\n")]
    [TestCase("FROM a:1 AS [|build|]\nFROM b:1\nCOPY --from=$00 /x /y\n")]
    [TestCase("FROM a:1 AS build\nFROM b:1 AS [|Build|]\nFROM c:1\nCOPY --from=b$0uild /x /y\n")]
    [TestCase("ARG [|V|]=1\nFROM a:${$0V}\n")]
    [TestCase("FROM a:1\nARG [|V|]=1\nRUN echo \"$$0V\"\n")]
    [TestCase("ARG V=0\nFROM a:1\nENV [|V|]=1\nWORKDIR /$$0V\n")]
    [TestCase("ARG [|V|]=0\nFROM a:1\nARG [|V|]\nWORKDIR /$$0V\n")]
    [TestCase("FROM a:1 AS x\nENV [|V|]=1\nFROM x\nWORKDIR /$$0V\n")]
    public void A_name_in_a_Dockerfile_leads_to_its_definition(string markup)
    {
        var viewed = ViewedText.Create("Dockerfile", markup);

        Define(viewed).Should().Equal(viewed.Marked);
    }

    [TestCase("FROM a:1\nRUN V=1; echo $$0V\n")]
    [TestCase("FROM a:1\nRUN echo '$$0HOME'\n")]
    [TestCase("FROM a:1\nRU$0N ls\n")]
    [TestCase("$0")]
    public void What_the_Dockerfile_does_not_define_leads_nowhere(string markup) =>
        Define(ViewedText.Create("Dockerfile", markup)).Should().BeEmpty();

    [TestCase("services:\n  [|db|]:\n    image: a\n  web:\n    image: b\n    depends_on: [d$0b]\n")]
    [TestCase(
        "services:\n  [|db|]:\n    image: a\n  web:\n    image: b\n    depends_on:\n      d$0b:\n      "
            + "  condition: service_started\n"
    )]
    [TestCase("services:\n  [|db|]:\n    image: a\n  web:\n    image: b\n    network_mode: service:d$0b\n")]
    [TestCase("services:\n  [|db|]:\n    image: a\n  web:\n    extends:\n      service: d$0b\n")]
    [TestCase("services:\n  web:\n    image: b\n    volumes:\n      - da$0ta:/var\nvolumes:\n  [|data|]:\n")]
    [TestCase(
        "services:\n  web:\n    image: b\n    volumes:\n      - type: volume\n        source: da$0ta\n "
            + "       target: /var\nvolumes:\n  [|data|]:\n"
    )]
    [TestCase(
        "services:\n  web:\n    image: b\n    networks:\n      fr$0ont:\n        aliases:"
            + " [a]\nnetworks:\n  [|front|]:\n"
    )]
    [TestCase("services:\n  web:\n    image: b\n    secrets: [ke$0y]\nsecrets:\n  [|key|]:\n    file: x\n")]
    [TestCase(
        "services:\n  web:\n    image: b\n    configs:\n      - source: ke$0y\nconfigs:\n  [|key|]:\n    file: x\n"
    )]
    [TestCase("x-a: &[|common|]\n  image: a\nservices:\n  web:\n    <<: *co$0mmon\n")]
    public void A_name_in_a_Compose_file_leads_to_its_definition(string markup)
    {
        var viewed = ViewedText.Create("compose.yaml", markup);

        Define(viewed).Should().Equal(viewed.Marked);
    }

    [TestCase("include: [inner/a.yaml]\nservices:\n  web:\n    image: a\n    depends_on: [d$0b]\n")]
    [TestCase("services:\n  web:\n    extends:\n      file: inner/a.yaml\n      service: d$0b\n")]
    public void A_service_of_another_file_leads_there(string markup)
    {
        var viewed = ViewedText.Create(
            "compose.yaml",
            markup,
            ("inner/a.yaml", "include: [a.yaml, ../compose.yaml]\nservices:\n  [|db|]:\n    image: a\n")
        );

        Define(viewed)
            .Should()
            .HaveCount(1)
            .And.OnlyContain(place => place.StartsWith("inner/a.yaml:", StringComparison.Ordinal));
    }

    [Test]
    public void The_target_of_a_build_leads_to_its_stage()
    {
        var viewed = ViewedText.Create(
            "compose.yaml",
            "services:\n  web:\n    build:\n      context: app\n      target: te$0st\n",
            ("app/Dockerfile", "FROM a:1 AS [|test|]\nFROM b:1\n")
        );

        Define(viewed).Should().Equal(viewed.Marked);
    }

    [Test]
    public void An_argument_of_a_build_leads_to_its_declaration()
    {
        var viewed = ViewedText.Create(
            "compose.yaml",
            "services:\n  web:\n    build:\n      context: .\n      args:\n        VE$0R: 1\n",
            ("Dockerfile", "ARG [|VER|]\nFROM a:$VER\n")
        );

        Define(viewed).Should().Equal(viewed.Marked);
    }

    [TestCase("services:\n  web:\n    build: a$0pp\n")]
    [TestCase("services:\n  web:\n    build:\n      context: app\n      dockerfile: Docker$0file\n")]
    [TestCase("include:\n  - app/Docker$0file\nservices:\n  web:\n    image: a\n")]
    public void A_path_leads_to_its_file(string markup) =>
        Define(ViewedText.Create("compose.yaml", markup, ("app/Dockerfile", "FROM a:1\n")))
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("app/Dockerfile:0");

    [Test]
    public void All_uses_of_a_stage_are_found_services_included()
    {
        var viewed = ViewedText.Create(
            "Dockerfile",
            "FROM a:1 AS [|te$0st|]\nFROM [|test|]\nCOPY --from=[|test|] /x /y\n",
            ("compose.yaml", "services:\n  web:\n    build:\n      context: .\n      target: [|test|]\n")
        );

        Refer(viewed).Should().Equal(viewed.Marked);
    }

    [Test]
    public void Uses_are_found_without_the_definition_if_it_is_not_wanted()
    {
        var viewed = ViewedText.Create("Dockerfile", "ARG V$0=1\nFROM a:$[|V|]\n");

        Refer(viewed, includesDeclaration: false).Should().Equal(viewed.Marked);
    }

    [Test]
    public void Variables_of_unrelated_stages_are_different_ones()
    {
        var viewed = ViewedText.Create(
            "Dockerfile",
            "FROM a:1\nARG [|V|]=1\nRUN echo ${[|V$0|]}\nFROM b:1\nARG V=2\nRUN echo $V\n"
        );

        Refer(viewed).Should().Equal(viewed.Marked);
    }

    [Test]
    public void Uses_in_the_document_are_highlighted()
    {
        var viewed = ViewedText.Create(
            "Dockerfile",
            "FROM a:1 AS [|x$0|]\nFROM [|x|]\n",
            ("compose.yaml", "services:\n  web:\n    build:\n      context: .\n      target: x\n")
        );

        Navigation
            .FindHighlights(viewed.View, viewed.Place, None)
            .Select(highlight => viewed.Describe(highlight.Range))
            .Order()
            .Should()
            .Equal(viewed.Marked);
    }

    [Test]
    public void A_stage_is_renamed_in_all_files()
    {
        var viewed = ViewedText.Create(
            "Dockerfile",
            "FROM a:1 AS [|te$0st|]\nFROM b:1\nCOPY --from=[|test|] /x /y\nCOPY --from=0 /z /\n",
            ("compose.yaml", "services:\n  web:\n    build:\n      context: .\n      target: [|test|]\n")
        );

        Rename(viewed, "other").Should().Equal(viewed.Marked);
    }

    [Test]
    public void A_service_is_renamed_in_all_files_of_its_project()
    {
        var viewed = ViewedText.Create(
            "compose.yaml",
            "services:\n  [|db|]:\n    image: a\n  web:\n    image: b\n    depends_on: [[|d$0b|]]\n",
            ("compose.override.yaml", "services:\n  [|db|]:\n    restart: always\n")
        );

        Rename(viewed, "store").Should().Equal(viewed.Marked);
    }

    [Test]
    public void A_variable_is_renamed_in_scripts_too()
    {
        var viewed = ViewedText.Create("Dockerfile", "FROM a:1\nARG [|V$0|]=1\nRUN echo \"${[|V|]:-2}\" $[|V|] V\n");

        Rename(viewed, "W").Should().Equal(viewed.Marked);
    }

    [TestCase("FROM a:1 AS x\nFROM b:1 AS y$0\n", "x")]
    [TestCase("FROM a:1 AS x$0\n", "a b")]
    [TestCase("FROM a:1 AS x$0\n", "")]
    [TestCase("FROM a:1\nRUN echo $$0HOME\n", "x")]
    [TestCase("FROM$0 a:1\n", "x")]
    public void What_cannot_be_renamed_is_left_alone(string markup, string name)
    {
        var viewed = ViewedText.Create("Dockerfile", markup);

        viewed.Invoking(each => Rename(each, name)).Should().Throw<RpcException>();
    }

    [Test]
    public void What_would_be_renamed_is_shown_before()
    {
        var viewed = ViewedText.Create("Dockerfile", "FROM a:1 AS [|bu$0ild|]\n");

        RenameTarget target = Navigation.PrepareRename(viewed.View, viewed.Place, None)!;

        target.Placeholder.Should().Be("build");
        viewed.Describe(target.Range).Should().Be(viewed.Marked.Single());
        Navigation
            .PrepareRename(
                ViewedText.Create("Dockerfile", "FR$0OM a:1\n").View,
                ViewedText.Create("Dockerfile", "FR$0OM a:1\n").Place,
                None
            )
            .Should()
            .BeNull();
    }

    private static IEnumerable<string> Define(ViewedText viewed) =>
        Navigation.FindDefinitions(viewed.View, viewed.Place, None).Select(viewed.Describe).Order();

    private static IEnumerable<string> Refer(ViewedText viewed, bool includesDeclaration = true) =>
        Navigation
            .FindReferences(
                viewed.View,
                new ReferenceParameters(
                    viewed.Place.TextDocument,
                    viewed.Place.Position,
                    new ReferenceContext(includesDeclaration)
                ),
                None
            )
            .Select(viewed.Describe)
            .Order();

    private static IEnumerable<string> Rename(ViewedText viewed, string name) =>
        Navigation
            .Rename(
                viewed.View,
                new RenameParameters(viewed.Place.TextDocument, viewed.Place.Position, name),
                knowsVersions: true,
                None
            )
            .DocumentChanges!.SelectMany(change =>
                change.Edits.Select(edit => viewed.Describe(new FileLocation(change.TextDocument.Uri, edit.Range)))
            )
            .Order();
}
