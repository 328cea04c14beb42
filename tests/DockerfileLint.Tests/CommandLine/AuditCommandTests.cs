using System.Text.Json;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>The command <c>audit</c> as people run it.</summary>
internal sealed class AuditCommandTests
{
    private const string Hostile =
        "services:\n  \"<script>alert(1)</script>\\e[31m|`*_[x](https://example.org)\":\n"
        + "    image: \"a::b</script>\\u2028漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字\"\n"
        + "    pid: host\n    user: \"::error::##vso[task]\"\n"
        + "    volumes:\n      - /etc/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:/host\n"
        + "  plain:\n    image: example/web:1\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("64", 0)]
    [TestCase("65", 0)]
    [TestCase("66", 1)]
    [TestCase("77", 1)]
    public void The_lower_bound_is_held_against_the_lowest_index_that_is_asked_for(string index, int exitCode)
    {
        _folder.Write("compose.yaml", "services:\n  web:\n    image: example/web:1\n");

        CommandLineRun run = Start("audit", "--min-index", index);

        run.Output.Should().Contain("hardening index 65–77");
        run.ExitCode.Should().Be(exitCode);
        run.Error.Should()
            .Be(exitCode == 0 ? "" : $"The lowest index is 65–77, and --min-index asks for {index} for certain.\n");
    }

    [Test]
    public void One_service_below_the_index_fails_whatever_the_others_have()
    {
        _folder.Write(
            "compose.yaml",
            "services:\n  a: {image: i:1, privileged: true}\n  b: {image: i:1, user: '1'}\n"
                + "  c: {image: i:1, user: '1'}\n"
        );

        Start("audit", "--min-index", "50", "-q").Should().BeEquivalentTo(new { ExitCode = 1, Error = "" });
    }

    [Test]
    public void Findings_alone_do_not_fail_an_audit()
    {
        _folder.Write("compose.yaml", "services:\n  web:\n    image: debian:13\n    privileged: true\n");

        Start("audit").ExitCode.Should().Be(0);
        Start("lint").ExitCode.Should().Be(1);
    }

    [TestCase("101")]
    [TestCase("-1")]
    [TestCase("many")]
    public void An_index_is_a_number_from_0_to_100(string index)
    {
        _folder.Write("Dockerfile");

        CommandLineRun run = Start("audit", $"--min-index={index}");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Be($"error: --min-index: '{index}' is not a number from 0 to 100.\n");
    }

    [TestCase("lint")]
    [TestCase("audit")]
    public void A_run_has_one_thread_at_least(string command) =>
        Start(command, ".", "--jobs", "0").Error.Should().Be("error: --jobs: '0' is not a number from 1 to 1024.\n");

    [Test]
    public void What_could_not_be_read_is_told_by_the_exit_code()
    {
        _folder.Write("compose.yaml", "services:\n  web:\n    image: example/web:1\n");
        _folder.Write("Dockerfile", "FROM a\0\0\0\0b\n");

        Start("audit", "--min-index", "90").ExitCode.Should().Be(3);
    }

    [Test]
    public void Text_fits_100_columns_and_holds_no_control_character_whatever_the_files_hold()
    {
        _folder.Write("compose.yaml", Hostile);

        string text = Start("audit").Output;

        text.Split('\n').Max(line => CharacterWidth.Measure(line.AsSpan())).Should().BeLessThanOrEqualTo(100);
        text.Should().NotContainAny("\u001B", "\u2028", "##vso[");
        text.Split('\n').Should().NotContain(line => line.TrimStart().StartsWith("::"));
    }

    [Test]
    public void Markdown_makes_no_markup_of_what_the_files_hold()
    {
        _folder.Write("compose.yaml", Hostile);

        string text = Start("audit", "--format", "markdown").Output;

        text.Should().Contain("\n### &lt;script&gt;alert(1)&lt;/script&gt;");
        text.Should().NotContainAny("<script", "\u001B", "[x](");
        text.Split('\n')
            .Where(line => line.StartsWith("| IPC", StringComparison.Ordinal))
            .Should()
            .OnlyContain(line => line.Count(c => c == '|') == 7);
    }

    [Test]
    public void Json_is_as_its_schema_says()
    {
        _folder.Write("compose.yaml", Hostile);
        _folder.Write("web/compose.yaml", "services:\n  web:\n    build: .\n");
        _folder.Write("web/Dockerfile", "FROM debian:13\nUSER root\n");
        _folder.Write("tools/Dockerfile", "FROM debian:13\n");

        using var report = JsonDocument.Parse(Start("audit", "--format", "json").Output);
        using var schema = JsonDocument.Parse(RepositoryFiles.Read("schemas/audit.schema.json"));

        JsonSchemaChecker.Check(report.RootElement, schema.RootElement).Should().BeEmpty();
        report
            .RootElement.GetProperty("projects")
            .EnumerateArray()
            .Select(project => project.GetProperty("path").GetString())
            .Should()
            .Equal("compose.yaml", "tools/Dockerfile", "web/compose.yaml");
    }

    [Test]
    public void Sarif_has_the_matrix_as_a_property_of_its_run()
    {
        _folder.Write("compose.yaml", Hostile);
        _folder.Write("web/compose.yaml", "services:\n  web:\n    build: .\n");
        _folder.Write("web/Dockerfile", "FROM debian:13\nUSER root\n");

        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write(".git/refs/heads/main", "0123456789abcdef0123456789abcdef01234567\n");
        _folder.Write(".git/config", "[remote \"origin\"]\n\turl = https://example.com/shop.git\n");

        Start("audit", "-o", "audit.sarif").ExitCode.Should().Be(0);

        byte[] log = File.ReadAllBytes(_folder["audit.sarif"]);
        using var document = JsonDocument.Parse(log);
        document
            .RootElement.GetProperty("runs")[0]
            .GetProperty("properties")
            .GetProperty("dockerfileLint/audit")
            .GetProperty("projects")
            .GetArrayLength()
            .Should()
            .Be(2);
        SarifValidator.Verify(log);
    }

    [TestCase("report.json", "{")]
    [TestCase("report.md", "# Audit")]
    [TestCase("report.txt", "compose.yaml: ")]
    public void The_name_of_the_file_tells_the_format(string name, string start)
    {
        _folder.Write("compose.yaml", "services:\n  web:\n    image: example/web:1\n");

        Start("audit", "--output", name).ExitCode.Should().Be(0);

        File.ReadAllText(_folder[name]).Should().StartWith(start);
    }

    [Test]
    public void An_audit_is_the_same_at_any_number_of_threads()
    {
        for (int i = 0; i < 20; i++)
        {
            _folder.Write($"p{i}/compose.yaml", $"services:\n  web:\n    build: .\n    cpus: {i + 1}\n");
            _folder.Write($"p{i}/Dockerfile", "FROM debian:13\n");
        }

        Start("audit", "-j", "8", "--format", "json").Should().Be(Start("audit", "-j", "1", "--format", "json"));
    }

    private CommandLineRun Start(params string[] arguments) => CommandLineRun.Start(_folder.Path, arguments);
}
