using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>Projects of several files on disk.</summary>
internal sealed class ProjectFilesTests
{
    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("1")]
    [TestCase("4")]
    public void Files_that_only_a_project_names_are_linted_too(string jobs)
    {
        _folder.Write(
            "z/compose.yaml",
            "include: [../a/parts.yml]\nservices: {web: {image: 'a:1', extends: {file: base.yml, service: base}}}\n"
        );
        _folder.Write("z/compose.override.yaml", "services: {web: {user: root}}\n");
        _folder.Write("z/base.yml", "services: {base: {extends: {file: ../a/root.yml, service: root}, pid: host}}\n");
        _folder.Write("a/root.yml", "services: {root: {privileged: true}}\n");
        _folder.Write("a/parts.yml", "services: {part: {image: 'b:1', ipc: host}}\n");

        JsonNode report = Lint(
            "lint",
            ".",
            "--format",
            "json",
            "--jobs",
            jobs,
            "--select",
            "DC2001,DC2002,DC3001,DC3002",
            "--no-fail"
        );

        Findings(report)
            .Should()
            .Equal("DC3002 z/compose.override.yaml", "DC2002 a/parts.yml", "DC3001 a/root.yml", "DC2001 z/base.yml");
    }

    [Test]
    public void Excluded_files_and_links_out_of_the_folder_are_left_out()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.yml", "services: {base: {privileged: true}}\n");
        _folder.Link("link.yml", outside["secret.yml"]);
        _folder.Write("own.yml", "services: {base: {privileged: true}}\n");
        _folder.Write(
            "compose.yaml",
            "services:\n  a: {image: 'a:1', extends: {file: link.yml, service: base}}\n"
                + "  b: {image: 'a:1', extends: {file: own.yml, service: base}}\n"
        );

        JsonNode report = Lint(
            "lint",
            ".",
            "--format",
            "json",
            "--select",
            "DC3001",
            "--exclude",
            "own.yml",
            "--allow-unread",
            "--no-fail"
        );

        Findings(report).Should().BeEmpty();
        report.ToJsonString().Should().Contain("DL9005").And.Contain("link.yml");
    }

    [Test]
    public void Named_files_make_one_project_in_their_order()
    {
        _folder.Write("base.yml", "services: {web: {image: 'a:1', privileged: true, user: root}}\nnetworks: {n: }\n");
        _folder.Write(
            "env/extra.yml",
            "x-note: an own key comes first\nservices: {web: {user: '1000', networks: [n], depends_on: [db]}, "
                + "db: {image: 'b:1', pid: host}}\n"
        );
        _folder.Write("compose.override.yml", "services: {web: {privileged: false}}\n");
        _folder.Write("compose.yaml", "services: {web: {image: 'c:1', ipc: host}}\n");
        string[] rules =
        [
            "--select",
            "DC1001,DC1003,DC1006,DC2001,DC2002,DC3001,DC3002",
            "--format",
            "json",
            "--no-fail",
        ];

        Findings(Lint(["lint", "--compose-file", "base.yml", "--compose-file", "env/extra.yml", .. rules]))
            .Should()
            .Equal("DC3001 base.yml", "DC2001 env/extra.yml");
        Findings(Lint(["lint", "--compose-file", "env/extra.yml", "--compose-file", "base.yml", .. rules]))
            .Should()
            .Equal("DC3001 base.yml", "DC3002 base.yml", "DC2001 env/extra.yml");
        Findings(
                Lint([
                    "lint",
                    "compose.yaml",
                    "--compose-file",
                    "base.yml",
                    "--compose-file",
                    "env/extra.yml",
                    .. rules,
                ])
            )
            .Should()
            .Equal("DC3001 base.yml", "DC2002 compose.yaml", "DC2001 env/extra.yml");
    }

    [Test]
    public void Variables_come_from_the_named_files()
    {
        _folder.Write(".env", "MODE=host\nSPACE=private\n");
        _folder.Write("first.env", "MODE=private\nSPACE=host\n");
        _folder.Write("second.env", "SPACE=private\n");
        _folder.Write("compose.yaml", "services: {web: {image: 'a:1', pid: '${MODE}', ipc: '${SPACE}'}}\n");
        string[] rules = ["--select", "DC2001,DC2002", "--format", "json", "--no-fail"];

        Findings(Lint(["lint", ".", .. rules])).Should().Equal("DC2001 compose.yaml");
        Findings(Lint(["lint", ".", "--env-file", "first.env", .. rules])).Should().Equal("DC2002 compose.yaml");
        Findings(Lint(["lint", ".", "--env-file", "first.env", "--env-file", "second.env", .. rules]))
            .Should()
            .BeEmpty();
    }

    [TestCase("", true)]
    [TestCase("dev", false)]
    [TestCase("prod", true)]
    [TestCase("*", false)]
    public void A_service_without_an_active_profile_is_analysed_and_missing(string profile, bool isMissing)
    {
        _folder.Write(
            "compose.yaml",
            "services:\n  web: {image: 'a:1', depends_on: [db]}\n"
                + "  db: {image: 'b:1', profiles: [dev], privileged: true}\n"
                + "  tool: {image: 'c:1', profiles: [dev], depends_on: [db]}\n"
                + "  other: {image: 'd:1', depends_on: {db: {condition: service_started, required: false}}}\n"
        );
        string[] options = profile.Length == 0 ? [] : ["--profile", profile];

        Findings(Lint(["lint", ".", .. options, "--select", "DC1003,DC3001", "--format", "json", "--no-fail"]))
            .Should()
            .Equal(isMissing ? ["DC1003 compose.yaml", "DC3001 compose.yaml"] : ["DC3001 compose.yaml"]);
    }

    [TestCase("--compose-file", "no.yml", "there is no file 'no.yml'")]
    [TestCase("--env-file", "no.env", "there is no file 'no.env'")]
    [TestCase("--env-file", "../outside.env", "lies outside of")]
    [TestCase("--compose-file", "", "empty")]
    public void A_named_file_must_be_there(string option, string path, string message)
    {
        _folder.Write("sub/compose.yaml", "services: {web: {image: 'a:1'}}\n");
        _folder.Write("outside.env", "A=b\n");

        CommandLineRun run = CommandLineRun.Start(_folder["sub"], "lint", ".", option, path);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(option).And.Contain(message);
    }

    [Test]
    public void What_lies_above_is_followed_from_a_root_above()
    {
        _folder.Write("common/base.yml", "services: {base: {image: 'a:1', privileged: true}}\n");
        _folder.Write("common/parts.yml", "services: {part: {image: 'b:1', pid: host}}\n");
        _folder.Write(
            "app/compose.yaml",
            "include: [../common/parts.yml]\nservices: {web: {extends: {file: ../common/base.yml, service: "
                + "base}, depends_on: [part]}}\n"
        );
        string[] rules = ["--select", "DC1003,DC1006,DC2001,DC3001", "--format", "json"];

        CommandLineRun narrow = CommandLineRun.Start(_folder["app"], ["lint", ".", .. rules]);
        CommandLineRun wide = CommandLineRun.Start(
            _folder["app"],
            ["lint", ".", "--root", "..", "--no-fail", .. rules]
        );

        JsonNode refused = JsonNode.Parse(narrow.Output)!;
        Findings(refused).Should().BeEmpty();
        refused["files"]![0]!["notifications"]!
            .AsArray()
            .Select(notification => (string)notification!["rule"]!)
            .Should()
            .Equal("DL9005", "DL9005");
        JsonNode followed = JsonNode.Parse(wide.Output)!;
        Findings(followed).Should().Equal("DC3001 common/base.yml", "DC2001 common/parts.yml");
        followed.ToJsonString().Should().NotContain("DL9005");
    }

    [Test]
    public void The_model_shows_the_named_project()
    {
        _folder.Write("base.yml", "services: {web: {image: 'a:${TAG}', command: [x]}}\n");
        _folder.Write("more.yml", "x-first: 1\nservices: {web: {command: [y]}}\n");
        _folder.Write("v.env", "TAG=7\n");

        JsonNode model = Lint(
            "show",
            "model",
            "more.yml",
            "--compose-file",
            "base.yml",
            "--compose-file",
            "more.yml",
            "--env-file",
            "v.env"
        );

        model["project"]!["services"]!["web"]!["image"]!.GetValue<string>().Should().Be("a:7");
        model["project"]!["services"]!["web"]!["command"]![0]!.GetValue<string>().Should().Be("y");
    }

    [Test]
    public void Files_that_an_environment_file_lists_are_linted_whatever_their_names()
    {
        _folder.Write("a/.env", "COMPOSE_FILE=prod/live.yml:more.yml\n");
        _folder.Write("a/prod/live.yml", "services: {web: {image: 'a:1', privileged: true}}\n");
        _folder.Write("a/more.yml", "services: {web: {pid: host}}\n");
        _folder.Write("b/.env", "COMPOSE_FILE=real.yml\n");
        _folder.Write("b/compose.yaml", "services: {web: {image: 'a:1'}}\n");
        _folder.Write("b/real.yml", "services: {web: {image: 'a:1', ipc: host}}\n");
        string[] rules = ["--select", "DC2001,DC2002,DC3001", "--format", "json", "--no-fail"];

        Findings(Lint(["lint", ".", .. rules]))
            .Should()
            .Equal("DC2001 a/more.yml", "DC3001 a/prod/live.yml", "DC2002 b/real.yml");
        Findings(Lint(["lint", "a", .. rules])).Should().Equal("DC2001 a/more.yml", "DC3001 a/prod/live.yml");
        Findings(Lint(["lint", "b/compose.yaml", .. rules])).Should().Equal("DC2002 b/real.yml");
    }

    [Test]
    public void A_listed_file_out_of_the_root_is_told_and_one_that_is_not_there_is_not()
    {
        _folder.Write("outside.yml", "services: {web: {image: 'a:1', privileged: true}}\n");
        _folder.Write("root/.env", "COMPOSE_FILE=compose.yaml:../outside.yml:missing.yml\n");
        _folder.Write("root/compose.yaml", "services: {web: {image: 'a:1'}}\n");

        CommandLineRun run = CommandLineRun.Start(_folder["root"], "lint", ".", "--select", "DC3001");

        run.ExitCode.Should().Be(3);
        run.Output.Should().Contain("'../outside.yml' could not be read").And.NotContain("missing.yml");
    }

    [Test]
    public void Dockerfiles_that_a_build_names_are_linted_whatever_their_names()
    {
        _folder.Write(
            "compose.yaml",
            "services:\n  a: {build: {context: app, dockerfile: build/image}}\n  b: {build: {dockerfile: root.image}}\n"
                + "  c: {build: ./hidden}\n  d: {build: {context: app, dockerfile: missing}}\n"
        );
        _folder.Write("app/build/image", "FROM a:1\nUSER root\n");
        _folder.Write("root.image", "FROM a:1\nUSER root\n");
        _folder.Write("hidden/Dockerfile", "FROM a:1\nUSER root\n");
        _folder.Write(".gitignore", "hidden/\n");

        Findings(Lint("lint", ".", "--select", "DL3002", "--format", "json", "--no-fail"))
            .Should()
            .Equal("DL3002 app/build/image", "DL3002 hidden/Dockerfile", "DL3002 root.image");
        Findings(Lint("lint", ".", "--select", "DL3002", "--format", "json", "--no-fail", "--exclude", "hidden"))
            .Should()
            .Equal("DL3002 app/build/image", "DL3002 root.image");
    }

    [TestCase("services: {web: {build: 'https://example.com/web.git'}}", "is a remote address")]
    [TestCase("services: {web: {build: {context: 'git@example.com:web.git'}}}", "is a remote address")]
    [TestCase("services: {web: {build: ../app}}", "is outside the linted folder")]
    [TestCase("services: {web: {build: {context: ., dockerfile: ../Dockerfile}}}", "is outside the linted folder")]
    [TestCase("include: ['https://example.com/compose.yaml']", "is a remote address")]
    [TestCase("services: {web: {extends: {file: ../base.yml, service: web}}}", "is outside the linted folder")]
    public void What_a_project_names_and_nobody_reads_gives_3_unless_it_is_allowed(string text, string reason)
    {
        _folder.Write("compose.yaml", text + "\n");

        CommandLineRun run = CommandLineRun.Start(_folder.Path, "lint", ".", "--select", "DC3001");
        CommandLineRun allowed = CommandLineRun.Start(
            _folder.Path,
            "lint",
            ".",
            "--select",
            "DC3001",
            "--allow-unread"
        );

        run.ExitCode.Should().Be(3);
        run.Output.Should().Contain("error  DL9005").And.Contain(reason);
        allowed.ExitCode.Should().Be(0);
        allowed.Output.Should().Contain("warning  DL9005").And.Contain(reason);
    }

    private static IEnumerable<string> Findings(JsonNode report) =>
        from file in report["files"]!.AsArray()
        from diagnostic in file["diagnostics"]!.AsArray()
        select $"{diagnostic["rule"]} {file["path"]}";

    private JsonNode Lint(params string[] arguments)
    {
        CommandLineRun run = CommandLineRun.Start(_folder.Path, arguments);
        run.ExitCode.Should().Be(0);
        return JsonNode.Parse(run.Output)!;
    }
}
