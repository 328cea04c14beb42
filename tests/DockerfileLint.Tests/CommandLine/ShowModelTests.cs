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
               "user": {"value": "app", "certainty": "unknown", "line": 11, "column": 6, "root": null, "stage": 2},
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

    [Test]
    public void A_Compose_file_shows_its_services()
    {
        const string text = """
            x-limits: &limits
              mem_limit: 512m
              cap_add: [cap_sys_admin]
            services:
              web:
                <<: *limits
                image: nginx:${TAG:-1.29}
                build: {context: ., dockerfile_inline: FROM scratch}
                user: "0:${GID}"
                privileged: ${PRIVILEGED}
                pid: service:db
                security_opt: [seccomp=unconfined, no-new-privileges]
                volumes: ["/run/./x:/x:ro", data]
                devices: [/dev/kvm]
                ports: ["127.0.0.1:80:8080/udp"]
                post_start: [{user: root, privileged: yes}]
              db:
                pid: host
                ipc: ${IPC}
                cap_drop: ALL
                tmpfs: /tmp
                deploy: {resources: {limits: {cpus: "0.5", pids: "${PIDS}"}}}
              bare: {}

            """;
        const string expected = """
            {"path": "compose.yaml", "kind": "compose", "services": [
              {"name": "web", "line": 5, "column": 3,
               "image": {"value": "nginx:1.29", "certainty": "default", "line": 7, "column": 12, "registry": null, "repository": "nginx", "tag": "1.29", "digest": null},
               "build": {"line": 8, "column": 5,
                 "context": {"value": ".", "certainty": "known", "line": 8, "column": 22},
                 "dockerfile_inline": {"value": "FROM scratch", "certainty": "known", "line": 8, "column": 44}},
               "user": {"value": "0:${GID}", "certainty": "unknown", "line": 9, "column": 11, "root": null},
               "privileged": {"value": null, "certainty": "unknown", "line": 10, "column": 17},
               "pid": {"value": "service:db", "certainty": "known", "line": 11, "column": 10, "host": true},
               "cap_add": [{"value": "SYS_ADMIN", "certainty": "known", "line": 3, "column": 13}],
               "security_opt": [
                 {"name": "seccomp", "value": "unconfined", "certainty": "known", "line": 12, "column": 20},
                 {"name": "no-new-privileges", "value": null, "certainty": "known", "line": 12, "column": 40}],
               "mounts": [
                 {"kind": "bind", "line": 13, "column": 15,
                  "source": {"value": "/run/./x", "certainty": "known", "line": 13, "column": 16},
                  "target": {"value": "/x", "certainty": "known", "line": 13, "column": 25},
                  "host_path": {"value": "/run/x", "certainty": "known", "line": 13, "column": 16},
                  "read_only": {"value": true, "certainty": "known", "line": 13, "column": 15}},
                 {"kind": "volume", "line": 13, "column": 33,
                  "target": {"value": "data", "certainty": "known", "line": 13, "column": 33},
                  "read_only": {"value": false, "certainty": "known", "line": 13, "column": 33}}],
               "devices": [{"line": 14, "column": 15, "cdi": false, "source": {"value": "/dev/kvm", "certainty": "known", "line": 14, "column": 15}}],
               "ports": [{"line": 15, "column": 13,
                 "host_ip": {"value": "127.0.0.1", "certainty": "known", "line": 15, "column": 14},
                 "published": {"value": "80", "certainty": "known", "line": 15, "column": 24},
                 "target": {"value": "8080", "certainty": "known", "line": 15, "column": 27},
                 "protocol": {"value": "udp", "certainty": "known", "line": 15, "column": 32}}],
               "post_start": [{"line": 16, "column": 18,
                 "user": {"value": "root", "certainty": "known", "line": 16, "column": 25, "root": true},
                 "privileged": {"value": true, "certainty": "known", "line": 16, "column": 43}}],
               "limits": {"compose": {"memory": {"value": 536870912, "certainty": "known", "line": 2, "column": 14}}, "swarm": {}}},
              {"name": "db", "line": 17, "column": 3,
               "pid": {"value": "host", "certainty": "known", "line": 18, "column": 10, "host": true},
               "ipc": {"value": "${IPC}", "certainty": "unknown", "line": 19, "column": 10, "host": null},
               "cap_drop": [{"value": "ALL", "certainty": "known", "line": 20, "column": 15}],
               "mounts": [{"kind": "tmpfs", "line": 21, "column": 12,
                 "target": {"value": "/tmp", "certainty": "known", "line": 21, "column": 12},
                 "read_only": {"value": false, "certainty": "known", "line": 21, "column": 12}}],
               "limits": {
                 "compose": {"cpus": {"value": 0.5, "certainty": "known", "line": 22, "column": 41}, "pids": {"value": null, "certainty": "unknown", "line": 22, "column": 54}},
                 "swarm": {"cpus": {"value": 0.5, "certainty": "known", "line": 22, "column": 41}, "pids": {"value": null, "certainty": "unknown", "line": 22, "column": 54}}}},
              {"name": "bare", "line": 23, "column": 3}
            ], "diagnostics": []}
            """;

        Minify(Show("compose.yaml", text)).Should().Be(Minify(expected));
    }

    [TestCase("Dockerfile", "FROM a\u001b[31m\u202e\nRUN [\"\\ud800\\u001b\"]\nUSER \"\u009b\\\"\u001b\"\n")]
    [TestCase("compose.yaml", "services:\n  \"\\e]0;\\u202e\":\n    image: \"a\\e\\\"\\u009b\"\n    cap_add: [\"\\x00\\x07\"]\n")]
    public void What_acts_on_a_terminal_is_escaped(string name, string text)
    {
        string output = Show(name, text);

        output.Should().MatchRegex(@"^[\n\x20-\x7E]+$").And.Contain("\\u001B");
        Minify(output).Should().NotBeEmpty();
    }

    [Test]
    public void A_Dockerfile_without_FROM_has_no_stages() =>
        Minify(Show("Dockerfile", "ARG A\nRUN make\n")).Should().Be("""{"path":"Dockerfile","kind":"dockerfile","stages":[],"diagnostics":[]}""");

    [Test]
    public void A_FROM_without_image_is_a_stage_of_which_nothing_is_known()
    {
        using JsonDocument document = JsonDocument.Parse(Show("Dockerfile", "FROM\n"));
        JsonElement stage = document.RootElement.GetProperty("stages")[0];

        stage.GetProperty("base").GetRawText().Should().Contain("\"unknown\"").And.Contain("\"line\": 1").And.NotContain("repository");
        stage.GetProperty("user").GetProperty("value").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public void A_broken_Compose_file_shows_what_is_left_and_what_is_wrong()
    {
        using JsonDocument document = JsonDocument.Parse(Show("compose.yaml", "services:\n  web:\n    image: nginx\n  db: {image: [\n"));

        document.RootElement.GetProperty("services")[0].GetProperty("image").GetProperty("value").GetString().Should().Be("nginx");
        JsonElement diagnostic = document.RootElement.GetProperty("diagnostics")[0];
        diagnostic.GetProperty("rule").GetString().Should().StartWith("DC");
        diagnostic.GetProperty("line").GetInt32().Should().Be(4);
    }

    [Test]
    public void A_limit_beyond_all_numbers_has_no_value() =>
        Show("compose.yaml", "services: {web: {cpus: 1e999}}").Should().Contain("\"cpus\": {\n            \"value\": null,\n            \"certainty\": \"known\"");

    [Test]
    public void More_text_than_the_buffer_holds_comes_out_whole()
    {
        string text = "services:\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"  web{i}: {{image: nginx}}\n"));
        using JsonDocument document = JsonDocument.Parse(Show("compose.yaml", text));

        document.RootElement.GetProperty("services").GetArrayLength().Should().Be(2000);
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
