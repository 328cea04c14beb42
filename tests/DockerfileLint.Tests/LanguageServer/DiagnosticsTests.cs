using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>Findings in an editor.</summary>
internal sealed class DiagnosticsTests
{
    [Test]
    public void A_finding_has_its_place_its_page_and_a_severity()
    {
        using var client = ServerClient.Start();
        string uri = client.Open("Dockerfile", "FROM alpine\nRUN cd /srv && ls\n");

        JsonNode[] diagnostics =
        [
            .. client.WaitFor("textDocument/publishDiagnostics")["diagnostics"]!.AsArray().Select(each => each!),
        ];

        uri.Should().EndWith("/Dockerfile");
        JsonNode untagged = diagnostics.Should().ContainSingle(each => (string?)each["code"] == "DL3006").Which;
        untagged["range"]!
            .ToJsonString()
            .Should()
            .Be("""{"start":{"line":0,"character":5},"end":{"line":0,"character":11}}""");
        ((string?)untagged["codeDescription"]!["href"]).Should().Contain("DL3006");
        ((int?)untagged["severity"]).Should().BeInRange(1, 4);
        ((string?)untagged["source"]).Should().Be("dockerfile-lint");
        ((string?)untagged["data"]!["fingerprint"]).Should().HaveLength(16);
    }

    [Test]
    public void Findings_follow_the_edits()
    {
        using var client = ServerClient.Start();
        string uri = client.Open("Dockerfile", "FROM alpine\n");
        client.WaitForFindings(uri, 1).Should().Contain("DL3006");

        client.Notify(
            "textDocument/didChange",
            new
            {
                textDocument = new { uri, version = 2 },
                contentChanges = new[]
                {
                    new
                    {
                        range = new
                        {
                            start = new { line = 0, character = 11 },
                            end = new { line = 0, character = 11 },
                        },
                        text = ":3.22",
                    },
                },
            }
        );

        client.WaitForFindings(uri, 2).Should().NotContain("DL3006");
    }

    [Test]
    public void A_document_that_is_closed_has_no_findings()
    {
        using var client = ServerClient.Start();
        string uri = client.Open("Dockerfile", "FROM alpine\n");
        client.WaitForFindings(uri, 1);

        client.Notify("textDocument/didClose", new { textDocument = new { uri } });

        client.WaitForFindings(uri).Should().BeEmpty();
    }

    [Test]
    public void A_suppressed_finding_is_not_shown()
    {
        using var client = ServerClient.Start();
        string uri = client.Open("Dockerfile", "# dockerfile-lint ignore=DL3006 reason=a_test\nFROM alpine\n");

        client.WaitForFindings(uri).Should().NotContain("DL3006");
    }

    [Test]
    public void Related_places_lead_to_other_lines_and_files()
    {
        using var client = ServerClient.Start();
        client.Open("Dockerfile", "FROM debian:13\nUSER 10001\nCMD [\"ls\"]\n");
        string uri = client.Open(
            "compose.yaml",
            """
            services:
              web:
                build: .
                user: root
            """,
            "dockercompose"
        );

        JsonObject published = client.WaitFor(
            "textDocument/publishDiagnostics",
            parameters =>
                (string?)parameters["uri"] == uri
                && parameters.ToJsonString().Contains("/Dockerfile\"", StringComparison.Ordinal)
        );

        published["diagnostics"]!
            .AsArray()
            .SelectMany(each => each!["relatedInformation"]?.AsArray() ?? [])
            .Select(each => (string)each!["location"]!["uri"]!)
            .Should()
            .Contain(client.GetUri("Dockerfile"));
    }

    [Test]
    public void An_obsolete_key_is_struck_through()
    {
        using var client = ServerClient.Start(options: new { preset = "all" });
        client.Open("compose.yaml", "version: '3'\nservices:\n  web:\n    image: a:1\n", "dockercompose");

        client.WaitFor("textDocument/publishDiagnostics")["diagnostics"]!
            .AsArray()
            .Single(each => (string?)each!["code"] == "DC1005")!["tags"]!
            .ToJsonString()
            .Should()
            .Be("[2]");
    }

    [Test]
    public void A_change_of_the_Compose_file_renews_the_Dockerfile_that_it_builds()
    {
        using var client = ServerClient.Start();
        string compose = client.Open("compose.yaml", "services:\n  web:\n    build: .\n", "dockercompose");
        string uri = client.Open("Dockerfile", "FROM debian:13\nCMD [\"ls\"]\n");
        client.WaitForFindings(uri).Should().Contain("DL5001");

        client.Change(compose, 2, "services:\n  web:\n    build: .\n    user: \"1000\"\n");

        client.WaitForFindings(uri).Should().NotContain("DL5001");
    }

    [Test]
    public void What_is_not_saved_comes_before_what_lies_on_disk()
    {
        using var client = new ServerClient();
        client.Write("compose.yaml", "services:\n  web:\n    build: .\n");
        client.Initialize();
        string uri = client.Open("Dockerfile", "FROM debian:13\nCMD [\"ls\"]\n");
        client.WaitForFindings(uri).Should().Contain("DL5001");

        client.Open("compose.yaml", "services:\n  web:\n    build: .\n    user: \"1000\"\n", "dockercompose");

        client.WaitForFindings(uri).Should().NotContain("DL5001");
    }

    [Test]
    public void A_file_that_changes_on_disk_is_read_again()
    {
        using var client = new ServerClient();
        client.Write("compose.yaml", "services:\n  web:\n    build: .\n");
        client.Initialize(Capabilities.Push);
        string uri = client.Open("Dockerfile", "FROM debian:13\nCMD [\"ls\"]\n");
        client.WaitForFindings(uri).Should().Contain("DL5001");

        client.Write("compose.yaml", "services:\n  web:\n    build: .\n    user: \"1000\"\n");
        client.TellChanged("compose.yaml");

        client.WaitForFindings(uri).Should().NotContain("DL5001");
    }

    [Test]
    public void Where_the_client_watches_nothing_files_are_read_again_when_one_is_saved()
    {
        using var client = new ServerClient();
        client.Write("compose.yaml", "services:\n  web:\n    build: .\n");
        client.Initialize();
        string uri = client.Open("Dockerfile", "FROM debian:13\nCMD [\"ls\"]\n");
        client.WaitForFindings(uri).Should().Contain("DL5001");

        client.Write("compose.yaml", "services:\n  web:\n    build: .\n    user: \"1000\"\n");
        client.Notify("textDocument/didSave", new { textDocument = new { uri } });

        client.WaitForFindings(uri).Should().NotContain("DL5001");
    }

    [Test]
    public void A_configuration_holds_as_on_the_command_line_and_its_changes_too()
    {
        using var client = new ServerClient();
        client.Write(".dockerfile-lint.yaml", "rules:\n  DL3006: off\n");
        client.Initialize(Capabilities.Push);
        string uri = client.Open("Dockerfile", "FROM alpine\n");
        client.WaitForFindings(uri).Should().NotContain("DL3006");

        client.Write(".dockerfile-lint.yaml", "rules:\n  DL3006: error\n");
        client.TellChanged(".dockerfile-lint.yaml");

        client.WaitForFindings(uri).Should().Contain("DL3006");
    }

    [Test]
    public void What_a_configuration_extends_is_read_again_too()
    {
        using var client = new ServerClient();
        client.Write(".dockerfile-lint.yaml", "extends: base.yaml\n");
        client.Write("base.yaml", "rules:\n  DL3006: off\n");
        client.Initialize(Capabilities.Push);
        string uri = client.Open("Dockerfile", "FROM alpine\n");
        client.WaitForFindings(uri).Should().NotContain("DL3006");

        client.Write("base.yaml", "rules:\n  DL3006: error\n");
        client.TellChanged("base.yaml");

        client.WaitForFindings(uri).Should().Contain("DL3006");
    }

    [Test]
    public void A_wrong_configuration_is_told_in_its_file_and_in_those_under_it()
    {
        using var client = new ServerClient();
        client.Write(".dockerfile-lint.yaml", "rules:\n  DL9999: error\n");
        client.Initialize(Capabilities.Push);
        string uri = client.Open("Dockerfile", "FROM alpine\n");

        client.WaitForFindings(client.GetUri(".dockerfile-lint.yaml")).Should().NotBeEmpty();
        client.WaitForFindings(uri).Should().ContainSingle().Which.Should().StartWith("DL9");

        client.Write(".dockerfile-lint.yaml", "");
        client.TellChanged(".dockerfile-lint.yaml");

        client.WaitForFindings(client.GetUri(".dockerfile-lint.yaml")).Should().BeEmpty();
        client.WaitForFindings(uri).Should().Contain("DL3006");
    }

    [Test]
    public void The_client_sets_the_preset_and_changes_it()
    {
        using var client = ServerClient.Start(options: new { preset = "hadolint" });
        string uri = client.Open("Dockerfile", "FROM debian:13\nRUN apt-get install curl\n");
        client.WaitForFindings(uri).Should().Contain("DL3008");

        client.Notify(
            "workspace/didChangeConfiguration",
            new { settings = new { dockerfileLint = new { preset = "buildkit" } } }
        );

        client.WaitForFindings(uri).Should().BeEmpty();
    }

    [Test]
    public void A_preset_that_there_is_not_is_told_and_changes_nothing()
    {
        using var client = ServerClient.Start(options: new { preset = "none" });

        ((string?)client.WaitFor("window/showMessage")["message"]).Should().Contain("'none'");
        client.WaitForFindings(client.Open("Dockerfile", "FROM alpine\n")).Should().Contain("DL3006");
    }

    [Test]
    public void A_client_that_asks_is_sent_nothing_and_hears_when_nothing_has_changed()
    {
        using var client = ServerClient.Start(Capabilities.Pull);
        string uri = client.Open("Dockerfile", "FROM alpine\n");

        JsonNode full = client.Request("textDocument/diagnostic", new { textDocument = new { uri } })!;
        JsonNode same = client.Request(
            "textDocument/diagnostic",
            new { textDocument = new { uri }, previousResultId = (string?)full["resultId"] }
        )!;

        ((string?)full["kind"]).Should().Be("full");
        full["items"]!.AsArray().Should().Contain(each => (string?)each!["code"] == "DL3006");
        ((string?)same["kind"]).Should().Be("unchanged");
        client.HasSent("textDocument/publishDiagnostics").Should().BeFalse();
    }

    [Test]
    public void A_client_that_asks_is_told_to_ask_again_when_files_change()
    {
        using var client = new ServerClient();
        client.Write(".dockerignore", "");
        client.Initialize(Capabilities.Pull);
        string uri = client.Open("Dockerfile", "FROM alpine:3.22\nCOPY a b\n");
        client.Request("textDocument/diagnostic", new { textDocument = new { uri } });

        client.Write(".dockerignore", "a\n");
        client.TellChanged(".dockerignore");

        client.WaitFor("workspace/diagnostic/refresh");
        client.Request("textDocument/diagnostic", new { textDocument = new { uri } })!["items"]!
            .AsArray()
            .Should()
            .Contain(each => (string?)each!["code"] == "DL6008");
    }

    [Test]
    public void Files_that_are_not_shown_have_findings_too_with_the_progress_of_the_work()
    {
        using var client = new ServerClient();
        client.Write("a/Dockerfile", "FROM alpine\n");
        client.Write("compose.yaml", "services:\n  web:\n    image: a\n");
        client.Initialize(Capabilities.Pull);
        string open = client.Open("b/Dockerfile", "FROM debian\n", version: 7);

        JsonArray items = client.Request(
            "workspace/diagnostic",
            new
            {
                workDoneToken = "work",
                previousResultIds = new[] { new { uri = client.GetUri("gone"), value = "1" } },
            }
        )!["items"]!.AsArray();

        items
            .Select(item => (string)item!["uri"]!)
            .Should()
            .BeEquivalentTo(client.GetUri("a/Dockerfile"), open, client.GetUri("compose.yaml"), client.GetUri("gone"));
        items.Single(item => (string?)item!["uri"] == open)!["version"]!.GetValue<int>().Should().Be(7);
        items.Single(item => (string?)item!["uri"] == client.GetUri("a/Dockerfile"))!["items"]!
            .ToJsonString()
            .Should()
            .Contain("DL3006");
        ((string?)client.WaitFor("$/progress")["value"]!["kind"]).Should().Be("begin");
        ((string?)client.WaitFor("$/progress")["value"]!["kind"]).Should().Be("end");
    }

    [Test]
    public void Whoever_asks_for_all_findings_again_is_answered_when_something_has_changed()
    {
        using var client = new ServerClient();
        client.Write("a/Dockerfile", "FROM alpine\n");
        client.Initialize(Capabilities.Pull);
        JsonNode first = client.Request("workspace/diagnostic", new { })!["items"]![0]!;

        int second = client.Send(
            "workspace/diagnostic",
            new
            {
                previousResultIds = new[] { new { uri = (string?)first["uri"], value = (string?)first["resultId"] } },
            }
        );
        client.Write("a/Dockerfile", "FROM alpine:3.22\n");
        client.TellChanged("a/Dockerfile");

        client.Wait(second)["result"]!["items"]!.ToJsonString().Should().NotContain("DL3006").And.Contain("\"full\"");
    }

    [Test]
    public void Folders_come_and_go()
    {
        using var client = ServerClient.Start();
        client.Write("inner/.dockerignore", "a\n");
        string uri = client.Open("inner/Dockerfile", "FROM alpine:3.22\nCOPY a b\n");
        client.WaitForFindings(uri);

        client.Notify(
            "workspace/didChangeWorkspaceFolders",
            new
            {
                @event = new
                {
                    added = new[] { new { uri = client.GetUri("inner"), name = "inner" } },
                    removed = new[] { new { uri = client.GetUri(""), name = "outer" } },
                },
            }
        );

        client.WaitForFindings(uri).Should().Contain("DL6008");
    }

    [Test]
    public void A_document_that_is_not_saved_is_linted_by_itself()
    {
        using var client = ServerClient.Start();

        client.WaitForFindings(client.Open("untitled:Untitled-1", "FROM alpine\n")).Should().Contain("DL3006");
    }

    [Test]
    public void YAML_of_another_name_is_no_Compose_file()
    {
        using var client = ServerClient.Start();
        client.Open("values.yaml", "services: 3\n", "yaml");

        client.HasSent("textDocument/publishDiagnostics").Should().BeFalse();
    }

    [Test]
    public void Edits_are_counted_by_the_clock_of_the_server()
    {
        using var client = ServerClient.Start();
        string uri = client.Open("Dockerfile", "FROM alpine\n");
        client.WaitForFindings(uri, 1);
        client.Change(uri, 2, "FROM alpine:3.22\n");
        client.WaitForFindings(uri, 2);

        ((int)client.Request("dockerfile-lint/statistics", new { })!["edits"]!).Should().BeGreaterThan(0);
    }
}
