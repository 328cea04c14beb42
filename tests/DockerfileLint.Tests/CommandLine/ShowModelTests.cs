using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public class ShowModelTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_Dockerfile_shows_its_stages()
    {
        const string text = """
            ARG VERSION=1.25
            FROM registry.example.org:5000/team/golang:${VERSION} AS build
            USER 0:0
            RUN apt-get update && \
                "make" all

            FROM build
            ONBUILD RUN sudo id

            FROM debian@sha256:12
            USER app${SUFFIX}

            FROM nginx:$TARGETARCH
            FROM scratch AS last

            """;
        const string expected = """
            {"path": "Dockerfile", "kind": "dockerfile", "stages": [
              {"index": 0, "name": "build", "final": false, "line": 2, "column": 1, "endLine": 5,
               "base": {"value": "registry.example.org:5000/team/golang:1.25", "certainty": "default", "line": 2, "column": 6, "stage": null,
                        "registry": "registry.example.org:5000", "repository": "team/golang", "tag": "1.25", "digest": null},
               "user": {"value": "0:0", "certainty": "known", "line": 3, "column": 6, "root": true, "stage": 0},
               "needs": [], "used": false,
               "commands": [{"name": "apt-get", "line": 4, "column": 5}, {"name": "make", "line": 5, "column": 5}]},
              {"index": 1, "name": null, "final": false, "line": 7, "column": 1, "endLine": 8,
               "base": {"value": "build", "certainty": "known", "line": 7, "column": 6, "stage": 0},
               "user": {"value": "0:0", "certainty": "known", "line": 3, "column": 6, "root": true, "stage": 0},
               "needs": [0], "used": false,
               "commands": []},
              {"index": 2, "name": null, "final": false, "line": 10, "column": 1, "endLine": 11,
               "base": {"value": "debian@sha256:12", "certainty": "known", "line": 10, "column": 6, "stage": null,
                        "registry": null, "repository": "debian", "tag": null, "digest": "sha256:12"},
               "user": {"value": "app", "certainty": "default", "line": 11, "column": 6, "root": false, "stage": 2},
               "needs": [], "used": false,
               "commands": []},
              {"index": 3, "name": null, "final": false, "line": 13, "column": 1, "endLine": 13,
               "base": {"value": "nginx:amd64", "certainty": "unknown", "line": 13, "column": 6, "stage": null},
               "user": {"value": null, "certainty": "unknown", "line": 13, "column": 6, "root": null, "stage": 3},
               "needs": [], "used": false,
               "commands": []},
              {"index": 4, "name": "last", "final": true, "line": 14, "column": 1, "endLine": 14,
               "base": {"value": "scratch", "certainty": "known", "line": 14, "column": 6, "stage": null},
               "user": {"value": null, "certainty": "unknown", "line": 14, "column": 6, "root": null, "stage": 4},
               "needs": [], "used": true,
               "commands": []}
            ], "diagnostics": []}
            """;

        Minify(Show("Dockerfile", text)).Should().Be(Minify(expected));
    }

    [TestCase("Dockerfile", "FROM a\u001b[31m\u202e\nRUN [\"\\ud800\\u001b\"]\nUSER \"\u009b\\\"\u001b\"\n")]
    [TestCase(
        "compose.yaml",
        "services:\n  \"\\e]0;\\u202e\":\n    image: \"a\\e\\\"\\u009b\"\n    cap_add: [\"\\x00\\x07\"]\n"
    )]
    public void What_acts_on_a_terminal_is_escaped(string name, string text)
    {
        string output = Show(name, text);

        output.Should().MatchRegex(@"^[\n\x20-\x7E]+$").And.Contain("\\u001B");
        Minify(output).Should().NotBeEmpty();
    }

    [Test]
    public void A_Dockerfile_without_FROM_has_no_stages() =>
        Minify(Show("Dockerfile", "ARG A\nRUN make\n"))
            .Should()
            .Be("""{"path":"Dockerfile","kind":"dockerfile","stages":[],"diagnostics":[]}""");

    [Test]
    public void A_FROM_without_image_is_a_stage_of_which_nothing_is_known()
    {
        using JsonDocument document = JsonDocument.Parse(Show("Dockerfile", "FROM\n"));
        JsonElement stage = document.RootElement.GetProperty("stages")[0];

        stage
            .GetProperty("base")
            .GetRawText()
            .Should()
            .Contain("\"unknown\"")
            .And.Contain("\"line\": 1")
            .And.NotContain("repository");
        stage.GetProperty("user").GetProperty("value").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public void A_broken_Compose_file_shows_what_is_left_and_what_is_wrong()
    {
        using JsonDocument document = JsonDocument.Parse(
            Show("compose.yaml", "services:\n  web:\n    image: nginx\n  db: {image: [\n")
        );

        document
            .RootElement.GetProperty("project")
            .GetProperty("services")
            .GetProperty("web")
            .GetProperty("image")
            .GetString()
            .Should()
            .Be("nginx");
        JsonElement diagnostic = document.RootElement.GetProperty("diagnostics")[0];
        diagnostic.GetProperty("rule").GetString().Should().StartWith("DC");
        diagnostic.GetProperty("line").GetInt32().Should().Be(4);
    }

    [Test]
    public void More_text_than_the_buffer_holds_comes_out_whole()
    {
        string text =
            "services:\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"  web{i}: {{image: nginx}}\n"));
        using JsonDocument document = JsonDocument.Parse(Show("compose.yaml", text));

        document.RootElement.GetProperty("project").GetProperty("services").EnumerateObject().Count().Should().Be(2000);
    }

    private string Show(string name, string text)
    {
        _folder.Write(name, text);
        CommandLineRun run = CommandLineRun.Start(_folder.Path, "show", "model", name);

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        return run.Output;
    }

    /// <summary>The same JSON without white space, in the same order.</summary>
    private static string Minify(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }
}
