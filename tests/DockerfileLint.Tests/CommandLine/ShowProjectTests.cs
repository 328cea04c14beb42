using System.Text.Json;
using System.Text.Json.Nodes;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>The effective project of Compose files, as <c>show model</c> writes it.</summary>
internal sealed class ShowProjectTests
{
    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    /// <summary>
    /// Two files and what the reference loader makes of them; more cases, of its own tests, are among the shared files.
    /// </summary>
    private static IEnumerable<TestCaseData> Merges() =>
        Directory
            .EnumerateDirectories(Corpora.GetPath("Merges"))
            .Order(StringComparer.Ordinal)
            .Select(folder =>
                new TestCaseData(
                    File.ReadAllText(Path.Combine(folder, "compose.yaml")),
                    File.ReadAllText(Path.Combine(folder, "compose.override.yaml")),
                    File.ReadAllText(Path.Combine(folder, "expected.yaml"))
                ).SetArgDisplayNames(Path.GetFileName(folder))
            )
            .Concat(SharedFiles.ReadLines("exam/compose-merge.jsonl").Select(ReadMerge));

    [TestCaseSource(nameof(Merges))]
    public void Two_files_become_what_the_reference_loader_makes_of_them(string below, string above, string expected)
    {
        _folder.Write("merged/compose.yaml", below);
        _folder.Write("merged/compose.override.yaml", above);
        _folder.Write("expected/compose.yaml", expected);

        Sort(Show("merged/compose.yaml")["project"]).Should().Be(Sort(Show("expected/compose.yaml")["project"]));
    }

    [Test]
    public void Origins_tell_the_way_of_each_value()
    {
        _folder.Write(".env", "TAG=3\n");
        _folder.Write(
            "compose.yaml",
            "x-base: &base\n  pid: host\nservices:\n  web:\n    <<: *base\n    image: app:${TAG}\n    extends: "
                + "{file: common.yml, service: base}\n"
        );
        _folder.Write("compose.override.yaml", "services:\n  web:\n    user: \"1\"\n");
        _folder.Write("common.yml", "services:\n  base:\n    user: root\n    read_only: true\n");
        JsonNode origins = Show("compose.yaml", "--origins")["origins"]!;

        origins["services.web.pid"]!
            .ToJsonString()
            .Should()
            .Be(
                """{"certainty":"known","chain":[{"kind":"value","file":"compose.yaml","line":2,"column":8},"""
                    + """{"kind":"merge-key","file":"compose.yaml","line":5,"column":9}]}"""
            );
        origins["services.web.image"]!
            .ToJsonString()
            .Should()
            .Be(
                """{"certainty":"default","chain":[{"kind":"value","file":"compose.yaml","line":6,"column":"""
                    + """12}],"variables":[{"kind":"variable","file":".env","line":1,"column":1}]}"""
            );
        origins["services.web.read_only"]!
            .ToJsonString()
            .Should()
            .Be(
                """{"certainty":"known","chain":[{"kind":"value","file":"common.yml","line":4,"column":16},"""
                    + """{"kind":"extends","file":"compose.yaml","line":7,"column":42}]}"""
            );
        origins["services.web.user"]!
            .ToJsonString()
            .Should()
            .Be(
                """{"certainty":"known","chain":[{"kind":"value","file":"compose.override.yaml","line":"""
                    + """3,"column":11}],"replaces":[{"kind":"value","file":"common.yml","line":3,"column":11}]}"""
            );
    }

    [Test]
    public void Short_forms_are_shown_long()
    {
        const string Text = """
            services:
              web:
                build: ./app
                ports: ["127.0.0.1:80:8080/udp", 9000]
                volumes: ["./a:/b:ro", data:/data]
                depends_on: [db]
                networks: [front]
                environment: [A=1, B]
                privileged: "yes"
                dns: 1.1.1.1
                env_file: a.env
                devices: [/dev/kvm]
                secrets: [key]
              db: {image: postgres, mem_limit: 512m, cpus: 0.5}
            volumes: {data: }
            """;
        const string Expected = """
            {"services":{"web":{"build":{"context":"./app"},
            "ports":[{"mode":"ingress","host_ip":"127.0.0.1","target":8080,"published":"80","protocol":"udp"},{"mode":"ingress","target":9000,"protocol":"tcp"}],
            "volumes":[{"type":"bind","source":"./a","target":"/b","read_only":true,"bind":{"create_host_path":true}},{"type":"volume","source":"data","target":"/data"}],
            "depends_on":{"db":{"condition":"service_started","required":true}},"networks":{"front":null},"environment":{"A":"1","B":null},"privileged":true,"dns":["1.1.1.1"],
            "env_file":[{"path":"a.env","required":true}],"devices":[{"source":"/dev/kvm","target":"/dev/kvm","permissions":"rwm"}],"secrets":[{"source":"key"}]},
            "db":{"image":"postgres","mem_limit":"512m","cpus":0.5}},"volumes":{"data":null}}
            """;
        _folder.Write("compose.yaml", Text);

        Show("compose.yaml")["project"]!.ToJsonString().Should().Be(JsonNode.Parse(Expected)!.ToJsonString());
    }

    private static TestCaseData ReadMerge(string line)
    {
        using var document = JsonDocument.Parse(line);
        JsonElement row = document.RootElement;
        return new TestCaseData(
            row.GetProperty("base").GetString(),
            row.GetProperty("override").GetString(),
            row.GetProperty("expected").GetString()
        ).SetArgDisplayNames(row.GetProperty("id").GetString()!);
    }

    private JsonNode Show(string name, params string[] options)
    {
        CommandLineRun run = CommandLineRun.Start(_folder.Path, ["show", "model", name, .. options]);
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        return JsonNode.Parse(run.Output)!;
    }

    private static string Sort(JsonNode? node) =>
        node switch
        {
            JsonObject mapping => "{"
                + string.Join(
                    ",",
                    mapping
                        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                        .Select(entry => $"{entry.Key}:{Sort(entry.Value)}")
                )
                + "}",
            JsonArray list => "[" + string.Join(",", list.Select(Sort)) + "]",
            null => "null",
            _ => node.ToJsonString(),
        };
}
