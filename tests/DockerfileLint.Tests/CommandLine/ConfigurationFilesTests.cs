using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>Which configuration governs a file, and what happens where it is wrong.</summary>
internal sealed class ConfigurationFilesTests
{
    private const string Findings = "FROM debian:13\nRUN sudo a\nUSER 1\nCMD a\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void The_nearest_one_upwards_counts_and_only_that_one()
    {
        _folder.Write("Dockerfile", Findings);
        _folder.Write("a/Dockerfile", Findings);
        _folder.Write("a/b/c/Dockerfile", Findings);
        _folder.Write(".hadolint.yaml", "ignored: [DL3004]\n");
        _folder.Write("a/b/.hadolint.yml", "ignored: [DL3025]\n");

        Lint(".").Should().Equal("Dockerfile DL3025", "a/Dockerfile DL3025", "a/b/c/Dockerfile DL3004");
        Lint("a/b/c/Dockerfile").Should().Equal("a/b/c/Dockerfile DL3004");
        Start("hadolint", "a/b/c/Dockerfile")
            .Output.Should()
            .StartWith("a/b/c/Dockerfile:2 DL3004")
            .And.NotContain("DL3025");
    }

    [Test]
    public void Yaml_comes_before_yml()
    {
        _folder.Write("Dockerfile", Findings);
        _folder.Write(".hadolint.yml", "ignored: [DL3004]\n");
        _folder.Write(".hadolint.yaml", "ignored: [DL3025]\n");

        Lint("Dockerfile").Should().Equal("Dockerfile DL3004");
    }

    [Test]
    public void Above_the_root_is_searched_too_and_the_working_directory_is_for_files_elsewhere()
    {
        _folder.Write("top/.hadolint.yaml", "ignored: [DL3004]\n");
        _folder.Write("top/work/sub/Dockerfile", Findings);
        _folder.Write("elsewhere/Dockerfile", Findings);
        _folder.Write("top/work/here/.hadolint.yaml", "ignored: [DL3025]\n");

        CommandLineRun
            .Start(_folder["top/work"], "sub", "--format", "gitlab")
            .Output.Should()
            .Contain("DL3025")
            .And.NotContain("DL3004");
        CommandLineRun
            .Start(_folder["top/work/here"], "../../../elsewhere/Dockerfile", "--format", "gitlab")
            .Output.Should()
            .Contain("DL3004")
            .And.NotContain("DL3025");
    }

    [TestCase("settings/hadolint.yaml")]
    [TestCase("settings/hadolint.yml")]
    [TestCase("home/.hadolint/hadolint.yaml")]
    [TestCase("home/.hadolint/config.yml")]
    [TestCase("home/.hadolint.yaml")]
    public void Without_any_the_users_counts(string path)
    {
        _folder.Write("work/Dockerfile", Findings);
        _folder.Write(path, "ignored: [DL3004]\n");
        var variables = new Dictionary<string, string>
        {
            ["HOME"] = _folder["home"],
            ["USERPROFILE"] = _folder["home"],
            ["XDG_CONFIG_HOME"] = _folder["settings"],
        };
        string[] args = ["Dockerfile", "--format", "gitlab"];

        CommandLineRun
            .Start(_folder["work"], args, "", variables: variables)
            .Output.Should()
            .NotContain("DL3004")
            .And.Contain("DL3025");
        _folder.Write("work/.hadolint.yaml", "");
        CommandLineRun
            .Start(_folder["work"], args, "", variables: variables)
            .Output.Should()
            .Contain("DL3004", "a nearer one shuts it out, even one that sets nothing");
    }

    [Test]
    public void Without_XDG_CONFIG_HOME_it_is_dot_config()
    {
        _folder.Write("work/Dockerfile", Findings);
        _folder.Write("home/.config/hadolint.yaml", "ignored: [DL3004]\n");
        var variables = new Dictionary<string, string>
        {
            ["HOME"] = _folder["home"],
            ["USERPROFILE"] = _folder["home"],
        };

        CommandLineRun
            .Start(_folder["work"], ["Dockerfile", "--format", "gitlab"], "", variables: variables)
            .Output.Should()
            .NotContain("DL3004")
            .And.Contain("DL3025");
    }

    [Test]
    public void Standard_input_lies_in_the_working_directory_or_where_its_name_says()
    {
        _folder.Write(".hadolint.yaml", "ignored: [DL3004]\n");
        _folder.Write("web/.hadolint.yaml", "ignored: [DL3025]\n");

        CommandLineRun
            .Start(_folder.Path, ["-", "--format", "gitlab"], Findings)
            .Output.Should()
            .Contain("DL3025")
            .And.NotContain("DL3004");
        CommandLineRun
            .Start(_folder.Path, ["-", "--stdin-filename", "web/Dockerfile", "--format", "gitlab"], Findings)
            .Output.Should()
            .Contain("DL3004")
            .And.NotContain("DL3025");
        CommandLineRun
            .Start(_folder.Path, ["hadolint", "-"], Findings)
            .Output.Should()
            .Contain("DL3025")
            .And.NotContain("DL3004");
    }

    [Test]
    public void The_command_line_is_stronger_than_the_file_and_the_file_than_the_preset()
    {
        _folder.Write("Dockerfile", Findings);
        _folder.Write(".hadolint.yaml", "ignored: [DL3004]\noverride:\n  info: [DL3025]\n");
        _folder.Write("other.yaml", "ignored: [DL3025]\n");

        Lint(".").Should().Equal("Dockerfile DL3025");
        Lint(".", "--preset", "hadolint").Should().Equal("Dockerfile DL3025");
        Lint(".", "--select", "DL3004").Should().Equal("Dockerfile DL3004");
        Lint(".", "--ignore", "DL3025").Should().BeEmpty();
        Lint(".", "--no-config").Should().Equal("Dockerfile DL3004", "Dockerfile DL3025");
        Lint(".", "--config", "other.yaml").Should().Equal("Dockerfile DL3004");
        Start("hadolint", "-c", "other.yaml", "Dockerfile").Output.Should().Contain("DL3004").And.NotContain("DL3025");
        Start(".").ExitCode.Should().Be(0, "an info does not fail lint");
        Start(".", "--fail-on", "info").ExitCode.Should().Be(1);
    }

    [TestCase("failure-threshold: error", "", 0)]
    [TestCase("failure-threshold: warning", "", 1)]
    [TestCase("failure-threshold: error", "--fail-on warning", 1)]
    [TestCase("no-fail: true", "", 0)]
    [TestCase("no-fail: true", "--fail-on warning", 1)]
    [TestCase("failure-threshold: style", "--no-fail", 0)]
    [TestCase(
        "format: json\nverbose: true\nno-color: true",
        "",
        1,
        Description = "what concerns the run is for hadolint's own command"
    )]
    public void Its_threshold_holds_for_the_files_under_it(string configuration, string options, int exitCode)
    {
        _folder.Write("Dockerfile", "FROM debian:13\nUSER 1\nCMD a\n");
        _folder.Write(".hadolint.yaml", configuration);

        Start([".", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).ExitCode.Should().Be(exitCode);
    }

    [Test]
    public void It_can_shut_out_comments()
    {
        _folder.Write(
            "Dockerfile",
            "FROM debian:13\n# hadolint ignore=DL3004\nRUN sudo a\n# dockerfile-lint ignore=DL3025\nCMD a\nUSER 1\n"
        );
        Lint(".").Should().BeEmpty();
        _folder.Write(".hadolint.yaml", "disable-ignore-pragma: true\n");

        Lint(".").Should().Equal("Dockerfile DL3004", "Dockerfile DL3025");
    }

    [Test]
    public void A_wrong_one_costs_the_Dockerfiles_under_it_and_nothing_else()
    {
        _folder.Write("a/Dockerfile", Findings);
        _folder.Write("b/.hadolint.yaml", "ignored: DL3004\n");
        _folder.Write("b/Dockerfile", Findings);
        _folder.Write("b/compose.yaml", "services: {web: {image: a, privileged: true}}\n");
        _folder.Write("b/sub/Dockerfile", Findings);
        _folder.Write("c/Dockerfile", Findings);
        CommandLineRun run = Start(".", "--format", "json");

        run.ExitCode.Should().Be(2);
        run.Error.Split('\n')
            .Where(line => line.Contains("b/.hadolint.yaml:1:10", StringComparison.Ordinal))
            .Should()
            .ContainSingle("it is told once");
        run.Error.Should()
            .Contain("takes 'a list'")
            .And.Contain("'b/Dockerfile' was not linted")
            .And.Contain("'b/sub/Dockerfile' was not linted")
            .And.NotContain("compose.yaml");
        using JsonDocument report = JsonDocument.Parse(run.Output);
        report
            .RootElement.GetProperty("files")
            .EnumerateArray()
            .Where(file => file.GetProperty("diagnostics").GetArrayLength() > 0)
            .Select(file => file.GetProperty("path").GetString())
            .Should()
            .Equal("a/Dockerfile", "b/compose.yaml", "c/Dockerfile");
        Start(".", "--no-fail").ExitCode.Should().Be(2);
        Start(".", "--no-config").ExitCode.Should().Be(1);
        Start("hadolint", "b/Dockerfile").ExitCode.Should().Be(1);
        Start("hadolint", "b/Dockerfile", "--no-fail").ExitCode.Should().Be(1);
    }

    [Test]
    public void A_wrong_one_is_told_in_every_report(
        [Values("text", "json", "sarif", "checkstyle", "junit")] string format
    )
    {
        _folder.Write("Dockerfile", Findings);
        _folder.Write(".hadolint.yaml", "ignore: []\n");

        Start(".", "--format", format).Output.Should().Contain("'ignore' is not a key of this configuration");
    }

    [Test]
    public void The_output_is_the_same_at_any_number_of_threads()
    {
        for (int i = 0; i < 100; i++)
        {
            _folder.Write($"d{i % 10}/s{i}/Dockerfile", Findings);
        }

        _folder.Write("d3/.hadolint.yaml", "ignored: [DL3004, DL3998]\n");
        _folder.Write("d5/.hadolint.yaml", "ignored: [\n");
        CommandLineRun one = Start(".", "--jobs", "1", "--format", "json");

        one.Error.Should().Contain("'DL3998'");
        Start(".", "--jobs", "8", "--format", "json").Should().Be(one);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need rights there.")]
    public void A_link_may_lead_to_another_file_of_the_root_but_not_out_of_it()
    {
        _folder.Write("secret", "password: a\n");
        _folder.Write("root/shared.yaml", "ignored: [DL3004]\n");
        _folder.Write("root/a/Dockerfile", Findings);
        _folder.Write("root/b/Dockerfile", Findings);
        _folder.Write("root/c/Dockerfile", Findings);
        _folder.Link("root/a/.hadolint.yaml", "../shared.yaml");
        _folder.Link("root/b/.hadolint.yaml", "../../secret");
        _folder.Link("root/c/.hadolint.yaml", "gone");
        CommandLineRun run = CommandLineRun.Start(_folder["root"], ".", "--format", "gitlab");

        run.ExitCode.Should().Be(2);
        run.Output.Should().Contain("a/Dockerfile").And.NotContain("DL3004").And.NotContain("b/Dockerfile");
        run.Error.Should().Contain("leads out of its folder").And.Contain("does not exist").And.NotContain("password");
    }

    [Test]
    public void A_folder_or_an_unreadable_file_in_its_place_is_an_error()
    {
        _folder.Write("a/Dockerfile", Findings);
        _folder.Write("b/Dockerfile", Findings);
        Directory.CreateDirectory(_folder["a/.hadolint.yaml"]);
        File.WriteAllBytes(_folder["b/.hadolint.yaml"], [0, 1, 2]);
        CommandLineRun run = Start(".", "--format", "json");

        run.ExitCode.Should().Be(2);
        run.Error.Should()
            .Contain("'a/.hadolint.yaml' cannot be read: 'it is a folder, not a file'")
            .And.Contain("'b/.hadolint.yaml' cannot be read: 'it holds binary data'");
    }

    [Test]
    public void A_notice_does_not_change_the_exit_code()
    {
        _folder.Write("Dockerfile", "FROM debian:13\nUSER 1\n");
        _folder.Write(".hadolint.yaml", "ignored: [DL3998]\n");
        CommandLineRun run = Start(".", "--format", "json");

        run.ExitCode.Should().Be(0);
        run.Error.Should().StartWith("info: .hadolint.yaml:1:11: ");
        Start(".", "--format", "json", "--quiet").Error.Should().BeEmpty();
        Start("hadolint", "Dockerfile").ExitCode.Should().Be(0);
    }

    private CommandLineRun Start(params string[] args) => CommandLineRun.Start(_folder.Path, args);

    /// <summary>Path and rule of each finding about sudo and shell form.</summary>
    private IEnumerable<string> Lint(params string[] args)
    {
        using JsonDocument report = JsonDocument.Parse(Start([.. args, "--format", "json"]).Output);
        return
        [
            .. from file in report.RootElement.GetProperty("files").EnumerateArray()
            from finding in file.GetProperty("diagnostics").EnumerateArray()
            where !finding.TryGetProperty("suppressed", out _)
            let rule = finding.GetProperty("rule").GetString()
            where rule is "DL3004" or "DL3025"
            select $"{file.GetProperty("path").GetString()} {rule}",
        ];
    }
}
