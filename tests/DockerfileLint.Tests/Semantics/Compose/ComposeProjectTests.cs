using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Syntax.Yaml;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose;

/// <summary>What several files make together.</summary>
internal sealed class ComposeProjectTests
{
    private const string Base =
        "services:\n  web: {image: base, user: root, cap_add: [SYS_ADMIN], environment: {A: \"1\", B: \"2\"}, "
        + "ports: ['80:80'], privileged: true}\n";

    private static ComposeModel Load(string path, params (string Path, string Text)[] files)
    {
        var all = new InMemoryFiles();
        foreach ((string other, string text) in files)
        {
            all[other] = text;
        }

        string main = files.First(file => file.Path == path).Text;
        return ComposeModel.Create(YamlSyntaxTree.Parse(new SourceFile(path, SourceText.From(main))), all);
    }

    private static string[] Ids(ComposeModel model) =>
        [
            .. model
                .GetDiagnostics()
                .Select(diagnostic =>
                    $"{diagnostic.Rule.Id} {diagnostic.Location.File.Text.ToString(diagnostic.Location.Span)}"
                ),
        ];

    [TestCase("    image: \"b:1\n", "    ports: [80, 81\n    image: c:1\n", "   user: root\n")]
    [TestCase("    command: *nothing here\n", "    environment: {A: b\n", "    image: \"e:1\" x\n")]
    [TestCase("    a b c\n", "    - x\n    image: y\n", "\t  image: x\n")]
    public void Services_between_broken_places_are_analysed(string first, string second, string third)
    {
        string text =
            $"services:\n  one: {{image: a, privileged: true}}\n  x1:\n    image: b\n{first}  two:\n    image: a\n   "
            + $" pid: host\n  x2:\n{second}  three:\n    image: a\n    ipc: host\n  x3:\n    image: b\n{third}  "
            + $"four:\n    image: a\n    privileged: true\n";
        string[] ids =
        [
            .. Lint.Run(text, language: Language.Compose)
                .Findings.Select(finding => finding.Rule.Id)
                .Where(id => id is "DC1000" or "DC1001" or "DC1003" or "DC2001" or "DC2002" or "DC3001"),
        ];
        ids.Should().Equal("DC3001", "DC1000", "DC2001", "DC1000", "DC2002", "DC1000", "DC3001");
    }

    [TestCase("services:\n  web:\n    image: a\n    privileged: true\n", "DC3001")]
    [TestCase(
        "\uFEFFservices:\r\n  web:\r\n    image: a\r\n    command: >\r\n      a\r\n      b\r\n    privileged: true",
        "DC3001"
    )]
    [TestCase("version: '3.8'\nservices:\n  web:\t\n    image: a\t# tab\n    privileged: true\n", "DC3001")]
    [TestCase("version: 2\nservices:\n  web:\n    image: a\n    privileged: true\n", "DC1001 DC3001")]
    [TestCase(
        "services:\n  web:\n    image: a\n---\nservices: {web: {privileged: true}}\n...\n---\n"
            + "services: {db: {image: b, pid: host}}\n",
        "DC3001 DC2001"
    )]
    [TestCase(
        "web:\n  image: a\n  privileged: true\n  net: host\ndb:\n  image: b\n  pid: host\n",
        "DC1001 DC3001 DC2001"
    )]
    public void Old_and_odd_files_are_analysed(string text, string expected)
    {
        IEnumerable<string> ids = Lint.Run(text, language: Language.Compose)
            .Findings.Select(finding => finding.Rule.Id)
            .Where(id => id.StartsWith("DC10", StringComparison.Ordinal) || id is "DC2001" or "DC3001");
        string.Join(' ', ids).Should().Be(expected);
    }

    [TestCase("compose.yaml", "base.yml", "extra.yml")]
    [TestCase("extra.yml", "base.yml", "extra.yml")]
    [TestCase("base.yml", "extra.yml", "base.yml")]
    public void Named_files_are_one_project_and_others_stand_alone(string linted, string first, string second)
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = "services: {web: {image: alone}}\n",
            ["compose.override.yaml"] = "services: {web: {image: never}}\n",
            ["base.yml"] = "services: {web: {image: 'base:${TAG}', networks: [n]}}\nnetworks: {n: }\n",
            ["extra.yml"] = "services: {web: {image: 'extra:${TAG}', environment: }}\n",
            ["v.env"] = "TAG=1\n",
            [".env"] = "TAG=2\n",
        };
        var options = new ComposeOptions { Files = [first, second], EnvironmentFiles = ["v.env"] };
        SourceFile? file = files.Find(linted).File;

        ComposeModel model = ComposeModel.Create(YamlSyntaxTree.Parse(file!), files, options);

        model
            .Services[0]
            .Image!.Text.DisplayText.Should()
            .Be(
                linted == "compose.yaml" ? "alone"
                : second == "extra.yml" ? "extra:1"
                : "base:1"
            );
        model.IsFragment.Should().BeFalse();
        model.GetDiagnostics().Should().BeEmpty();
    }

    [TestCase("compose.yaml", "compose.override.yml", true)]
    [TestCase("compose.yaml", "docker-compose.override.yaml", true)]
    [TestCase("docker-compose.yaml", "compose.override.yaml", true)]
    [TestCase("sub/compose.yml", "sub/compose.override.yml", true)]
    [TestCase("compose.yaml", "compose.prod.yaml", false)]
    [TestCase("compose.yaml", "sub/compose.override.yml", false)]
    public void An_override_file_beside_a_base_is_part_of_its_project(string path, string other, bool isPart)
    {
        (string, string)[] files =
        [
            (path, Base),
            (
                other,
                "services:\n  web: {user: app, privileged: false, cap_add: [NET_ADMIN], environment: [B=3, C], "
                    + "ports: ['443:443', '80:80']}\n"
            ),
        ];
        foreach (ComposeModel model in isPart ? new[] { Load(path, files), Load(other, files) } : [Load(path, files)])
        {
            Service web = model.Services.Should().ContainSingle().Subject;
            web.User.KnownValue().ToString().Should().Be(isPart ? "app" : "root");
            web.User!.Value.Span.File.Path.Should().Be(isPart ? other : path);
            web.Privileged.KnownValue().Should().Be(!isPart);
            web.AddedCapabilities.Select(capability => capability.KnownValue())
                .Should()
                .Equal(isPart ? ["SYS_ADMIN", "NET_ADMIN"] : ["SYS_ADMIN"]);
            web.GetKeyValues("environment")
                .Select(entry => $"{entry.Name}={entry.Text}")
                .Should()
                .Equal(isPart ? ["A=1", "B=3", "C="] : ["A=1", "B=2"]);
            web.Ports.Select(port => port.Published.KnownValue()).Should().Equal(isPart ? ["80", "443"] : ["80"]);
            web.NameSpan.File.Path.Should().Be(path);
            model.IsFragment.Should().BeFalse();
        }
    }

    [Test]
    public void Of_several_base_names_only_the_first_has_the_override()
    {
        (string, string)[] files =
        [
            ("compose.yaml", Base),
            ("docker-compose.yml", Base),
            ("compose.override.yaml", "services: {web: {user: app}}\n"),
            ("docker-compose.override.yml", "services: {web: {user: other}}\n"),
        ];
        Load("compose.yaml", files).Services[0].User.KnownValue().ToString().Should().Be("app");
        Load("docker-compose.yml", files).Services[0].User.KnownValue().ToString().Should().Be("root");
        Load("docker-compose.override.yml", files).IsFragment.Should().BeTrue();
    }

    [Test]
    public void A_list_of_files_in_the_environment_file_takes_the_place_of_discovery()
    {
        (string, string)[] files =
        [
            (".env", "COMPOSE_FILE=compose.yaml:compose.prod.yaml\n"),
            ("compose.yaml", Base),
            ("compose.override.yaml", "services: {web: {user: app}}\n"),
            ("compose.prod.yaml", "services: {web: {user: prod}}\n"),
        ];
        Load("compose.yaml", files).Services[0].User.KnownValue().ToString().Should().Be("prod");
        ComposeModel prod = Load("compose.prod.yaml", files);
        (prod.IsFragment, prod.Services[0].Image!.Text.DisplayText).Should().Be((false, "base"));
    }

    [Test]
    public void Documents_of_one_file_override_each_other()
    {
        ComposeModel model = Load(
            "compose.yaml",
            ("compose.yaml", Base + "---\nservices:\n  web: {user: app}\n  db: {image: db}\n")
        );
        model.Services.Select(service => service.Name).Should().Equal("web", "db");
        model.Services[0].User.KnownValue().ToString().Should().Be("app");
    }

    [Test]
    public void Definitions_of_later_documents_win()
    {
        ComposeModel model = Load(
            "compose.yaml",
            ("compose.yaml", "volumes:\n  v: {driver: a}\n---\nvolumes:\n  v: {driver: b}\n")
        );
        ((ComposeMapping)model.FindDefinition("volumes", "v")!.Value!)
            .GetScalar("driver")!
            .Text.DisplayText.Should()
            .Be("b");
        model.FindDefinition("networks", "v").Should().BeNull();
    }

    [Test]
    public void Reset_takes_away_and_override_replaces()
    {
        ComposeModel model = Load(
            "compose.yaml",
            ("compose.yaml", Base),
            (
                "compose.override.yaml",
                "services:\n  web:\n    cap_add: !reset []\n    environment: !override {C: \"3\"}\n"
                    + "    user: !reset null\n    ports: !override ['90:90']\n"
            )
        );
        Service web = model.Services[0];
        web.AddedCapabilities.Should().BeEmpty();
        web.User.Should().BeNull();
        web.GetKeyValues("environment").Select(entry => entry.Name).Should().Equal("C");
        web.Ports.Select(port => port.Published.KnownValue()).Should().Equal("90");
        Load("compose.yaml", ("compose.yaml", "services: {web: {image: a, user: !reset root}}\n"))
            .Services[0]
            .User.Should()
            .BeNull();
    }

    [Test]
    public void A_null_keeps_what_is_there_and_other_shapes_replace_it()
    {
        ComposeModel model = Load(
            "compose.yaml",
            (
                "compose.yaml",
                "services: {web: {image: a, build: ., command: [a, b], healthcheck: {test: [CMD, a], retries: "
                    + "3}, logging: {driver: a, options: {x: 1}}, ulimits: {nofile: {soft: 1, hard: 2}}, depends_on: "
                    + "{db: {condition: service_healthy}}}, db: {image: b}}\n"
            ),
            (
                "compose.override.yaml",
                "services: {web: {image: , build: {target: t}, command: [c], healthcheck: {test: d}, logging: "
                    + "{driver: b}, ulimits: {nofile: 3}, depends_on: [cache]}, cache: {image: c}}\n"
            )
        );
        Service web = model.Services[0];
        web.Image!.Text.DisplayText.Should().Be("a");
        (web.Build!.Context.KnownValue(), web.Build.Target.KnownValue()).Should().Be((".", "t"));
        web.GetTexts("command").Select(text => text.KnownValue()).Should().Equal("c");
        (web.GetText("healthcheck", "test").KnownValue(), web.GetText("healthcheck", "retries").KnownValue())
            .Should()
            .Be(("d", "3"));
        web.GetText("logging", "options", "x").Should().BeNull();
        web.GetText("ulimits", "nofile").KnownValue().Should().Be("3");
        web.Value.GetMapping("depends_on")!.Entries.Select(entry => entry.Name).Should().Equal("db", "cache");
    }

    [Test]
    public void Later_entries_with_the_same_target_replace_earlier_ones_in_one_file_too()
    {
        ComposeModel model = Load(
            "compose.yaml",
            (
                "compose.yaml",
                "services: {web: {image: a, volumes: ['./a:/x', './b:/y:ro', './c:/x/', {type: bind, source: "
                    + "./d, target: /y}], cap_add: [A, B, A], devices: ['/dev/a:/dev/x', '/dev/b:/dev/x'], "
                    + "environment: [A=1, A=2], ports: ['80:80', '80:80/tcp', '[::1]:80:80', '81:80/udp']}}\n"
            )
        );
        Service web = model.Services[0];
        web.Mounts.Select(mount => mount.Source.KnownValue()).Should().Equal("./c", "./d");
        web.AddedCapabilities.Select(capability => capability.KnownValue()).Should().Equal("A", "B");
        web.Devices.Select(device => device.Source.KnownValue()).Should().Equal("/dev/b");
        web.GetKeyValues("environment").Select(entry => entry.Text!.DisplayText).Should().Equal("2");
        web.Ports.Should().HaveCount(3);
    }

    [Test]
    public void Services_extend_each_other_in_and_across_files()
    {
        ComposeModel model = Load(
            "app/compose.yaml",
            (
                "app/compose.yaml",
                "services:\n  web:\n    extends: {service: base, file: ../common/base.yml}\n    user: app\n    "
                    + "cap_add: [NET_ADMIN]\n  dev:\n    extends: web\n    read_only: true\n"
            ),
            (
                "common/base.yml",
                "services:\n  base:\n    extends: {file: root.yml, service: root}\n    image: base\n    build: "
                    + "./src\n    user: root\n    cap_add: [SYS_ADMIN]\n"
            ),
            ("common/root.yml", "services: {root: {pid: host, privileged: !reset true}}\n")
        );
        Service dev = model.FindService("dev")!;
        (
            dev.User.KnownValue().ToString(),
            dev.ReadOnly.KnownValue(),
            dev.Pid!.IsHost.KnownValue(),
            dev.Image!.Text.DisplayText
        )
            .Should()
            .Be(("app", true, true, "base"));
        dev.AddedCapabilities.Select(capability => capability.KnownValue()).Should().Equal("SYS_ADMIN", "NET_ADMIN");
        dev.Build!.Entry.Value!.BaseDirectory.Should().Be("common");
        dev.Pid.Span.File.Path.Should().Be("common/root.yml");
        dev.Value.FindPath("pid")!.Via!.Next!.Next.Should().NotBeNull();
        model.FilePaths.Skip(1).Should().Equal("common/base.yml", "common/root.yml");
        model.GetDiagnostics().Should().BeEmpty();
        dev.IsComplete.Should().BeTrue();
    }

    [Test]
    public void Included_projects_have_their_own_folder_and_variables()
    {
        ComposeModel model = Load(
            "compose.yaml",
            (".env", "TAG=outer\nONLY=o\n"),
            (
                "compose.yaml",
                "include:\n  - db/compose.yaml\n  - path: [queue/a.yml, queue/b.yml]\n"
                    + "    project_directory: work\n    env_file: queue/vars.env\nservices:\n"
                    + "  web: {image: \"web:${TAG}\", depends_on: [db, queue], networks: [data]}\n  db: {user: app}\n"
            ),
            ("db/.env", "TAG=inner\nDB=18\n"),
            (
                "db/compose.yaml",
                "services: {db: {image: \"db:${DB}-${TAG}\", user: root, build: .}}\nnetworks: {data: }\n"
            ),
            ("queue/vars.env", "Q=1\n"),
            ("queue/a.yml", "services: {queue: {image: \"q:${Q}\", build: .}}\n"),
            ("queue/b.yml", "services: {queue: {user: b}}\n")
        );
        model
            .Services.Select(service => $"{service.Name} {service.Image!.Text.DisplayText} {service.User}")
            .Should()
            .BeEquivalentTo("web web:outer ", "db db:18-outer app", "queue q:1 b");
        (
            model.FindService("db")!.Build!.Entry.Value!.BaseDirectory,
            model.FindService("queue")!.Build!.Entry.Value!.BaseDirectory
        )
            .Should()
            .Be(("db", "work"));
        model.FindService("queue")!.Image!.Text.Certainty.Should().Be(Certainty.Default);
        Ids(model).Should().BeEmpty();
    }

    [Test]
    public void Circles_are_reported_once_at_their_first_step()
    {
        Ids(
                Load(
                    "compose.yaml",
                    (
                        "compose.yaml",
                        "services:\n  a: {image: x, extends: b}\n  b: {extends: c}\n  c: {extends: {service: a}}\n"
                    )
                )
            )
            .Should()
            .Equal("DC1004 b");
        Ids(
                Load(
                    "compose.yaml",
                    ("compose.yaml", "services:\n  a: {image: x, extends: {file: b.yml, service: b}}\n"),
                    ("b.yml", "services:\n  b: {extends: {file: compose.yaml, service: a}}\n")
                )
            )
            .Should()
            .Equal("DC1004 b");
        Ids(
                Load(
                    "compose.yaml",
                    ("compose.yaml", "include: [a.yml]\n"),
                    ("a.yml", "include:\n - b.yml\n"),
                    ("b.yml", "include: [{path: a.yml}]\n")
                )
            )
            .Should()
            .BeEmpty("the circle lies in other files");
        Ids(
                Load(
                    "a.yml",
                    ("compose.yaml", "include: [a.yml]\n"),
                    ("a.yml", "include:\n - b.yml\n"),
                    ("b.yml", "include: [{path: a.yml}]\n")
                )
            )
            .Should()
            .Equal("DC1004 b.yml");
        Ids(
                Load(
                    "compose.yaml",
                    (
                        "compose.yaml",
                        "services:\n  a: {image: x, depends_on: {b: {condition: service_started}}}\n"
                            + "  b: {image: x, network_mode: 'service:c'}\n"
                            + "  c: {image: x, volumes_from: ['a:ro', 'container:a']}\n"
                            + "  d: {image: x, links: ['d:e']}\n"
                    )
                )
            )
            .Should()
            .Equal("DC1004 b", "DC1004 'd:e'");
    }

    [Test]
    public void Names_that_nothing_declares_are_reported_where_they_stand()
    {
        const string Text = """
            services:
              web:
                image: a
                networks: {front: {}, frnt: }
                volumes: ['data:/a', './x:/b', '/anonymous', 'dta:/c', {type: volume, source: other, target: /d}, '${V}:/e']
                secrets: [key, {source: kye}]
                configs: [conf]
                depends_on: {db: {condition: service_started}, ghost: {condition: service_started, required: false}, dbb: {condition: service_started}}
                links: ['db:alias', 'cache']
                volumes_from: ['container:foreign', 'nothing:ro']
                pid: service:vpn
                ipc: ${IPC}
                build: {context: ., secrets: [token], additional_contexts: {base: 'service:missing', x: ./x}}
                models: [llm]
              db: {image: b, extends: {service: nope}}
            networks: {front: }
            volumes: {data: }
            secrets: {key: {file: ./k}}
            """;
        Ids(Load("compose.yaml", ("compose.yaml", Text)))
            .Should()
            .BeEquivalentTo(
                "DC1003 frnt",
                "DC1003 dta",
                "DC1003 other",
                "DC1003 kye",
                "DC1003 conf",
                "DC1003 dbb",
                "DC1003 'cache'",
                "DC1003 'nothing:ro'",
                "DC1003 service:vpn",
                "DC1003 token",
                "DC1003 'service:missing'",
                "DC1003 llm",
                "DC1003 nope"
            );
        Ids(
                Load(
                    "compose.prod.yaml",
                    ("compose.prod.yaml", Text.Replace(", extends: {service: nope}", "", StringComparison.Ordinal))
                )
            )
            .Should()
            .BeEmpty("the base may declare them");
    }

    [TestCase("app-1", "app-d", "no such service. Add the service", TestName = "The service itself is no suggestion")]
    [TestCase("web", "app-2", "Write 'app-1' if that is what you meant", TestName = "Another service is one")]
    public void A_missing_service_may_be_another_one(string service, string name, string part) =>
        Load(
                "compose.yaml",
                (
                    "compose.yaml",
                    $"services:\n  app-1: {{image: a}}\n  {service}:\n    depends_on: [{name}]\n".Replace(
                        "  app-1: {image: a}\n  app-1:",
                        "  app-1:\n    image: a"
                    )
                )
            )
            .GetDiagnostics()
            .Select(diagnostic => $"{diagnostic.Message} {diagnostic.Message.Help}")
            .Single()
            .Should()
            .Contain(part);

    [Test]
    public void A_missing_reference_that_comes_with_extends_is_reported_at_it()
    {
        ComposeModel model = Load(
            "compose.yaml",
            ("compose.yaml", "services:\n  web:\n    extends: {file: c.yml, service: base}\n"),
            ("c.yml", "services: {base: {image: a, networks: [net]}}\nnetworks: {net: }\n")
        );
        Diagnostic diagnostic = model.GetDiagnostics().Should().ContainSingle().Subject;
        diagnostic.Location.ToString().Should().Be("compose.yaml:3:37");
        diagnostic.RelatedLocations.Single().Location.File.Path.Should().Be("c.yml");
    }

    [TestCase("../outside.yml")]
    [TestCase("/etc/passwd")]
    [TestCase("~/x.yml")]
    [TestCase("a/../../x.yml")]
    [TestCase("https://example.com/compose.yaml")]
    [TestCase("oci://example.com/x")]
    public void Files_out_of_the_root_are_refused(string path)
    {
        ComposeModel model = Load(
            "compose.yaml",
            (
                "compose.yaml",
                $"include: ['{path}']\nservices:\n  web: "
                    + $"{{image: a, networks: [x], extends: {{file: '{path}', service: y}}}}\n"
            )
        );
        model.Notifications.Should().HaveCount(2).And.OnlyContain(notification => notification.Rule.Id == "DL9005");
        (model.IsComplete, model.Services[0].IsComplete).Should().Be((false, false));
        Ids(model).Should().BeEmpty("what the other file declares is not known");
    }

    [Test]
    public void A_file_that_does_not_exist_is_an_error()
    {
        Ids(
                Load(
                    "compose.yaml",
                    (
                        "compose.yaml",
                        "include: [a.yml]\nservices: {web: {image: a, extends: {file: b.yml, service: c}}}\n"
                    )
                )
            )
            .Should()
            .Equal("DC1003 a.yml", "DC1003 b.yml");
    }

    [Test]
    public void Without_files_beside_it_nothing_is_claimed()
    {
        ComposeModel model = ComposeModel.Create(
            YamlSyntaxTree.Parse(
                new SourceFile(
                    "compose.yaml",
                    SourceText.From(
                        "include: [a.yml]\nservices: {web: {image: a, extends: {file: b.yml, service: c}, "
                            + "networks: [x]}}\n"
                    )
                )
            )
        );
        model.GetDiagnostics().Should().BeEmpty();
        model.Notifications.Should().BeEmpty();
        model.IsComplete.Should().BeFalse();
    }

    [Test]
    public void Unset_variables_are_judged_where_there_is_an_environment_file()
    {
        const string Text =
            "services:\n  web: {image: '${TAG}-${TGA}-${X:-d}-${Y:?}-$HOME-${OTHER}', command: '${Z'}\n";
        Ids(Load("compose.yaml", ("compose.yaml", Text), (".env", "TAG=1\n")))
            .Should()
            .Equal("DC1008 ${TGA}", "DC1008 ${Y:?}", "DC1008 ${OTHER}", "DC1008 ${Z");
        Ids(Load("compose.yaml", ("compose.yaml", Text))).Should().Equal("DC1008 ${Y:?}", "DC1008 ${Z");
        Lint.Run(Text, language: Language.Compose)
            .Findings.Where(diagnostic => diagnostic.Rule.Id == "DC1008")
            .Select(diagnostic => diagnostic.Severity)
            .Should()
            .Equal(Severity.Error);
    }

    [Test]
    public void Legacy_files_are_read_without_fuss()
    {
        ComposeModel model = Load(
            "docker-compose.yml",
            ("docker-compose.yml", "web:\n  image: a\n  volumes: ['data:/x']\n  links: [db]\nx: {}\n")
        );
        model.Services.Select(service => service.Name).Should().Equal("web");
        Ids(model).Should().BeEmpty();
    }

    [TestCase("compose.yaml", false)]
    [TestCase("docker-compose.yml", false)]
    [TestCase("docker-stack.yml", false)]
    [TestCase("app.compose.yml", false)]
    [TestCase("docker-compose.prod.yml", true)]
    [TestCase("compose.override.yaml", true)]
    [TestCase("common.yml", true)]
    [TestCase("stdin", false)]
    public void The_name_tells_whether_a_file_may_be_part_of_another(string path, bool isFragment) =>
        Load(path, (path, "services: {web: {user: a}}\n")).IsFragment.Should().Be(isFragment);

    [Test]
    public void What_a_project_above_includes_is_not_judged_alone()
    {
        (string, string)[] files =
        [
            ("a/b/compose.yaml", "services: {web: {image: a, networks: [net]}}\n"),
            ("a/compose.yaml", "include: [b/compose.yaml]\nnetworks: {net: }\n"),
            ("c/compose.yaml", "services: {web: {image: a, networks: [net]}}\n"),
        ];
        Ids(Load("a/b/compose.yaml", files)).Should().BeEmpty();
        Ids(Load("a/compose.yaml", files)).Should().BeEmpty();
        Ids(Load("c/compose.yaml", files)).Should().Equal("DC1003 net");
    }

    [Test]
    public void What_a_broken_part_may_declare_is_not_missed()
    {
        Ids(
                Load(
                    "compose.yaml",
                    ("compose.yaml", "services:\n  web: {image: a, networks: [net]}\nnetworks:\n  net: {driver: [\n")
                )
            )
            .Should()
            .BeEmpty();
    }

    [TestCase("compose.yaml", "{privileged: true, image: a}", true)]
    [TestCase("compose.prod.yaml", "{privileged: true}", false)]
    [TestCase("compose.yaml", "{privileged: true, extends: {file: ../away.yml, service: a}}", false)]
    public void What_a_service_lacks_is_reported_only_where_it_is_known_in_full(
        string path,
        string service,
        bool isKnown
    )
    {
        var file = new SourceFile(path, SourceText.From($"services:\n  web: {service}\n"));
        string[] ids =
        [
            .. Lint.Run(file, Language.Compose, new InMemoryFiles()).Findings.Select(diagnostic => diagnostic.Rule.Id),
        ];
        ids.Should().Contain("DC3001");
        ids.Contains("DC3020").Should().Be(isKnown);
    }

    [Test]
    public void Findings_lie_in_the_file_that_is_linted()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = "services:\n  web:\n    image: a:1\n    extends: {file: common.yml, service: base}\n",
            ["compose.override.yaml"] = "services:\n  web:\n    privileged: true\n",
            ["common.yml"] = "services:\n  base:\n    pid: host\n",
        };
        string[] Run(string path)
        {
            SourceFile? file = files.Find(path).File;
            FileResult result = Lint.Run(file!, Language.Compose, files);
            result.Findings.Should().OnlyContain(diagnostic => diagnostic.Location.File == file);
            return
            [
                .. result
                    .Findings.Where(diagnostic => diagnostic.Rule.Id is "DC2001" or "DC3001")
                    .Select(diagnostic => $"{diagnostic.Rule.Id} {diagnostic.Location.LineSpan.Start}"),
                .. result.FurtherFiles,
            ];
        }

        Run("compose.yaml").Should().Equal("compose.override.yaml", "common.yml");
        Run("compose.override.yaml").Should().Equal("DC3001 3:17", "compose.yaml", "common.yml");
        Run("common.yml").Should().Equal("DC2001 3:10");
    }

    [Test]
    public void A_finding_in_an_anchor_names_the_place_of_use()
    {
        FileResult result = Lint.Run(
            "x-base: &base\n  pid: host\nservices:\n  web:\n    <<: *base\n    image: a:1\n",
            language: Language.Compose
        );
        RelatedLocation use = result
            .Findings.Single(diagnostic => diagnostic.Rule.Id == "DC2001")
            .RelatedLocations.Should()
            .ContainSingle()
            .Subject;
        use.Location.ToString().Should().Be("compose.yaml:5:9");
    }

    [Test]
    public void Files_that_include_the_next_one_twice_are_all_read()
    {
        const int Count = 40;
        FileResult result = LintProject([
            ("compose.yaml", "include: [f0.yml, f0.yml]\nservices: {web: {image: a, depends_on: [last, none]}}\n"),
            .. Enumerable.Range(0, Count).Select(i => ($"f{i}.yml", $"include: [f{i + 1}.yml, f{i + 1}.yml]\n")),
            ($"f{Count}.yml", "services: {last: {image: a}}\n"),
        ]);

        result.Notifications.Should().BeEmpty();
        result.Findings.Where(finding => finding.Rule.Id == "DC1003").Should().ContainSingle();
    }

    [Test]
    public void What_variables_add_beyond_the_budget_is_told()
    {
        string[] values =
        [
            .. Enumerable
                .Range(0, 40)
                .Select(i => $"  s{i}: {{image: {string.Concat(Enumerable.Repeat("$A", 16))}}}\n"),
        ];
        FileResult result = LintProject([
            ("compose.yaml", "services:\n" + string.Concat(values) + "  last: {image: a, privileged: true}\n"),
            (".env", $"A={new string('a', 60_000)}\n"),
        ]);

        result.Notifications.Should().ContainSingle().Which.Rule.Id.Should().Be("DL9007");
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DC3001", "the rest is judged");
    }

    [Test]
    public void Services_that_extend_a_large_one_beyond_the_budget_are_told()
    {
        FileResult result = LintProject([
            (
                "compose.yaml",
                "services:\n  base:\n    image: a\n    volumes:\n"
                    + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"      - /a{i}:/b{i}\n"))
                    + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"  s{i}: {{extends: base}}\n"))
                    + "  last: {image: a, privileged: true}\n"
            ),
        ]);

        result.Notifications.Should().ContainSingle().Which.Rule.Id.Should().Be("DL9007");
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DC3001", "the rest is judged");
    }

    [TestCaseSource(nameof(HostileProjects))]
    public void Hostile_projects_end_with_a_diagnostic(Func<int, (string Path, string Text)[]> project, string id)
    {
        FileResult result = LintProject(project(1_000));

        result
            .Findings.Select(diagnostic => diagnostic.Rule.Id)
            .Concat(result.Notifications.Select(notification => notification.Rule.Id))
            .Should()
            .Contain(id)
            .And.NotContain("DL9002");
    }

    [TestCaseSource(nameof(HostileProjects))]
    public void Hostile_projects_cost_what_their_length_costs(
        Func<int, (string Path, string Text)[]> project,
        string id
    ) =>
        Work.ShouldGrowAsTheInput(
            size =>
            {
                (string Path, string Text)[] files = project(size);
                return () => LintProject(files);
            },
            size: 500
        );

    private static FileResult LintProject((string Path, string Text)[] files)
    {
        var all = new InMemoryFiles();
        foreach ((string other, string text) in files)
        {
            all[other] = text;
        }

        return Lint.Run(all.Find("compose.yaml").File!, Language.Compose, all);
    }

    /// <summary>Projects of a size from which something would grow without end, and what is said of them.</summary>
    private static IEnumerable<TestCaseData> HostileProjects()
    {
        const string Services = "services:\n  web: {image: a, pid: host}\n";
        yield return Case(
            "extends in a long row",
            "DC1004",
            size =>
                "services:\n"
                + Repeat(5 * size, i => $"  s{i}: {{extends: s{i + 1}, image: a, cap_add: [C{i}]}}\n")
                + $"  s{5 * size}: {{image: a}}\n"
        );
        yield return Case(
            "extends in a long row, each below what it extends",
            "DC1004",
            size => "services:\n  s0: {image: a}\n" + Repeat(5 * size, i => $"  s{i + 1}: {{extends: s{i}}}\n")
        );
        yield return Case(
            "lists that many services share",
            "DC1000",
            size =>
                $"x-v: &v [{Repeat(2_000, i => $"/x{i}:/y{i}, ")}]\nservices:\n"
                + Repeat(size, i => $"  s{i}: {{image: a, volumes: *v}}\n")
        );
        yield return Case(
            "mappings that many services merge",
            "DC1000",
            size =>
                $"x-e: &e {{{Repeat(2_000, i => $"A{i}: b, ")}}}\nservices:\n"
                + Repeat(size, i => $"  s{i}: {{image: a, environment: {{<<: *e}}}}\n")
        );
        yield return Case(
            "thousands of files to include",
            "DL9005",
            size => "include:\n" + Repeat(10 * size, i => $"  - f{i}.yaml\n")
        );
        yield return Case(
            "a circle of many services",
            "DC1004",
            size =>
                "services:\n" + Repeat(5 * size, i => $"  s{i}: {{image: a, depends_on: [s{(i + 1) % (5 * size)}]}}\n")
        );
        yield return Case("a file that includes itself", "DC1004", _ => "include: [compose.yaml]\n");
        yield return Case(
            "an alias bomb",
            "DC1000",
            size =>
                "x-a0: &a0 [a, a, a, a, a, a, a, a, a, a]\n"
                + Repeat(size / 30, i => $"x-a{i + 1}: &a{i + 1} [{Repeat(10, _ => $"*a{i}, ")}]\n")
                + "services:\n  web: "
                + $"{{image: a, cap_add: *a{size / 30}, environment: *a{size / 30}, volumes: *a{size / 30}}}\n"
        );
        yield return Case(
            "an alias to what encloses it",
            "DC1000",
            _ => "services: &s\n  web: {image: a, deploy: &d {labels: *d}}\n  db: *s\n"
        );
        yield return Case(
            "a hundred thousand levels",
            "DC1000",
            size => Services + "x-a: " + new string('[', 100 * size) + "\n"
        );
        yield return Case(
            "a scalar of ten million characters",
            "DC2001",
            size => Services + "x-a: '" + new string('a', 10_000 * size) + "'\n"
        );
        yield return Case(
            "an expression of a million characters",
            "DC1008",
            size => Services + "x-a: '" + Repeat(200 * size, _ => "${A:-") + "'\n"
        );

        static string Repeat(int count, Func<int, string> write) =>
            string.Concat(Enumerable.Range(0, count).Select(write));

        static TestCaseData Case(string name, string id, Func<int, string> write) =>
            Project(name, id, size => [("compose.yaml", write(size))]);

        static TestCaseData Project(string name, string id, Func<int, (string Path, string Text)[]> write) =>
            new TestCaseData(write, id).SetArgDisplayNames(name);
    }
}
