using System.Text.Json.Nodes;
using DockerfileLint.LanguageServer.Features;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>What a user can do about a finding.</summary>
internal sealed class CodeActionTests
{
    private const string Sudo = "FROM debian:13\nRUN sudo ls && sudo id\n";

    [Test]
    public void A_finding_is_mended()
    {
        using var client = ServerClient.Start();

        Act(client, "Dockerfile", Sudo, "sudo ls", action => IsFix(action) && HasCode(action, "DL3004"))
            .Should()
            .NotBe(Sudo)
            .And.NotContain("sudo ls");
    }

    [Test]
    public void All_findings_of_a_rule_are_mended()
    {
        const string Text = "FROM debian:13\nRUN apt-get install curl=1\nRUN cd /\nRUN apt-get install wget=1\n";
        using var client = ServerClient.Start();

        Act(
                client,
                "Dockerfile",
                Text,
                "install curl",
                action => Title(action).StartsWith("Fix all findings of DL3014", StringComparison.Ordinal)
            )
            .Should()
            .Contain("install -y curl")
            .And.Contain("install -y wget");
    }

    [Test]
    public void All_that_is_safe_is_mended_on_request()
    {
        const string Text = "FROM debian:13\nMAINTAINER me\nRUN apt-get install curl=1\n";
        using var client = ServerClient.Start(options: new { preset = "all" });

        Act(client, "Dockerfile", Text, "FROM", _ => true, ["source.fixAll"]).Should().Contain("-y").And.NotBe(Text);
    }

    [Test]
    public void Only_what_the_client_wants_is_offered()
    {
        using var client = ServerClient.Start();

        Offer(client, "Dockerfile", Sudo, "sudo ls", ["refactor"]).Should().BeEmpty();
        Offer(client, "b.Dockerfile", Sudo, "sudo ls", ["quickfix"])
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(action => (string?)action["kind"] == "quickfix");
    }

    [TestCase("FROM alpine\n", "alpine", "DL3006", "# dockerfile-lint ignore=DL3006 reason=TODO\nFROM alpine\n")]
    [TestCase(
        "FROM alpine:3.22\nRUN a && \\\n    sudo b\n",
        "sudo",
        "DL3004",
        "FROM alpine:3.22\n# dockerfile-lint ignore=DL3004 reason=TODO\nRUN a && \\\n    sudo b\n"
    )]
    [TestCase(
        "# syntax=docker/dockerfile:1\r\nFROM alpine\r\n",
        "alpine",
        "DL3006",
        "# syntax=docker/dockerfile:1\r\n# dockerfile-lint ignore=DL3006 reason=TODO\r\nFROM alpine\r\n"
    )]
    public void A_finding_is_suppressed_above_its_instruction(string text, string part, string rule, string expected)
    {
        using var client = ServerClient.Start(options: new { preset = "all" });

        Act(
                client,
                "Dockerfile",
                text,
                part,
                action => Title(action).StartsWith($"Suppress {rule} here", StringComparison.Ordinal)
            )
            .Should()
            .Be(expected);
    }

    [Test]
    public void A_finding_in_a_Compose_file_is_suppressed_above_its_key()
    {
        using var client = ServerClient.Start();

        Act(
                client,
                "compose.yaml",
                "services:\n  web:\n    image: a:1\n    privileged: true\n",
                "true",
                action => Title(action).Contains("here", StringComparison.Ordinal)
            )
            .Should()
            .MatchRegex("\n    # dockerfile-lint ignore=DC\\d+ reason=TODO\n    privileged: true\n");
    }

    [Test]
    public void A_finding_in_an_inline_Dockerfile_is_suppressed_in_it()
    {
        using var client = ServerClient.Start();

        Act(
                client,
                "compose.yaml",
                "services:\n  web:\n    build:\n      dockerfile_inline: |\n        FROM alpine\n        USER 1000\n",
                "alpine",
                action => Title(action).StartsWith("Suppress DL3006 here", StringComparison.Ordinal)
            )
            .Should()
            .Contain("        # dockerfile-lint ignore=DL3006 reason=TODO\n        FROM alpine\n");
    }

    [TestCase(
        "FROM alpine:3.22\nmaintainer me\nRUN ls\n",
        "# check=skip=ConsistentInstructionCasing\nFROM alpine:3.22\nmaintainer me\nRUN ls\n"
    )]
    [TestCase(
        "# check=skip=StageNameCasing;error=true\nFROM alpine:3.22\nmaintainer me\nRUN ls\n",
        "# check=skip=StageNameCasing,ConsistentInstructionCasing;error=true\nFROM alpine:3.22\nmaintainer me\nRUN ls\n"
    )]
    [TestCase(
        "# check=error=true\nFROM alpine:3.22\nmaintainer me\nRUN ls\n",
        "# check=error=true;skip=ConsistentInstructionCasing\nFROM alpine:3.22\nmaintainer me\nRUN ls\n"
    )]
    public void A_check_of_the_builder_is_skipped(string text, string expected)
    {
        using var client = ServerClient.Start(options: new { preset = "buildkit" });

        Act(
                client,
                "Dockerfile",
                text,
                "maintainer",
                action =>
                    Title(action).Contains("ConsistentInstructionCasing", StringComparison.Ordinal)
                    && Title(action).StartsWith("Skip", StringComparison.Ordinal)
            )
            .Should()
            .Be(expected);
    }

    [Test]
    public void What_breaks_the_build_cannot_be_suppressed()
    {
        using var client = ServerClient.Start();

        Offer(client, "Dockerfile", "FROM alpine:3.22\nCOPY a\n", "COPY a")
            .Should()
            .NotContain(action => Title(action).Contains("DL1007", StringComparison.Ordinal));
    }

    [Test]
    public void A_client_that_resolves_gets_the_edit_when_it_has_chosen()
    {
        using var client = ServerClient.Start(
            new
            {
                textDocument = new { codeAction = new { resolveSupport = new { properties = new[] { "edit" } } } },
                workspace = new { workspaceEdit = new { documentChanges = true } },
            }
        );
        JsonObject action = Offer(client, "Dockerfile", Sudo, "sudo ls").First(IsFix);

        action["edit"].Should().BeNull();
        JsonNode edit = client.Request("codeAction/resolve", action)!["edit"]!;

        ((int?)edit["documentChanges"]![0]!["textDocument"]!["version"]).Should().Be(1);
        ServerEdits.Apply(Sudo, edit).Should().NotContain("sudo ls");

        client.Change(client.GetUri("Dockerfile"), 2, Sudo + "# more\n");
        client.RequestError("codeAction/resolve", action).Should().Be(-32803);
    }

    [TestCase("a\nb\nc\n", "a\nb\nc\n", 0)]
    [TestCase("a\nb\nc\nd\n", "x\nb\nc\ny\n", 2)]
    [TestCase("a\nb\n", "a\nx\nb\n", 1)]
    [TestCase("a\nb\nc", "a\nc", 1)]
    [TestCase("", "a", 1)]
    [TestCase("a\r\nb", "a\nb", 1)]
    public void Edits_leave_the_lines_alone_that_stay(string before, string after, int count)
    {
        List<TextEdit> edits = LineEdits.Find(SourceText.From(before), SourceText.From(after));

        edits.Should().HaveCount(count);
        TextEdit.Apply(before, edits).Should().Be(after);
    }

    private static string Act(
        ServerClient client,
        string path,
        string text,
        string part,
        Func<JsonObject, bool> choose,
        string[]? only = null
    ) => ServerEdits.Apply(text, Offer(client, path, text, part, only).First(choose)["edit"]!);

    private static JsonObject[] Offer(
        ServerClient client,
        string path,
        string text,
        string part,
        string[]? only = null
    ) =>
        [
            .. client
                .Request(
                    "textDocument/codeAction",
                    new
                    {
                        textDocument = new { uri = client.Open(path, text) },
                        range = ServerEdits.Range(text, part),
                        context = new { diagnostics = Array.Empty<object>(), only },
                    }
                )!
                .AsArray()
                .Select(action => action!.AsObject()),
        ];

    private static bool IsFix(JsonObject action) => (string?)action["data"]!["action"] == "fix";

    private static bool HasCode(JsonObject action, string code) => (string?)action["diagnostics"]?[0]!["code"] == code;

    private static string Title(JsonObject action) => (string)action["title"]!;
}
