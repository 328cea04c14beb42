using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>The command line as users of hadolint know it.</summary>
internal sealed class HadolintCommandTests
{
    /// <summary>An error in line 2, a warning in line 3.</summary>
    private const string Findings = "FROM debian:13\nRUN sudo a\nCMD a\n";

    private const string Warning = "FROM debian:13\nCMD a\n";
    private const string Clean = "FROM debian:13\nUSER 1000\nCMD [\"a\"]\n";
    private const string Broken = "FROM debian:13\nFRMO a\nCMD a\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Findings_have_hadolints_shape()
    {
        _folder.Write("Dockerfile", Findings);
        CommandLineRun run = Run("Dockerfile");

        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Should()
            .SatisfyRespectively(
                line => line.Should().MatchRegex("^Dockerfile:2 DL3004 error: .+"),
                line => line.Should().MatchRegex("^Dockerfile:3 DL3025 warning: .+")
            );
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(1);
    }

    [Test]
    public void What_the_parser_refuses_is_DL1000_and_hides_nothing()
    {
        _folder.Write("Dockerfile", Broken);

        Codes("Dockerfile").Should().Equal("DL1000", "DL3025");
        Run("Dockerfile").Output.Should().StartWith("Dockerfile:2:1 'FRMO'");
        Codes("--ignore", "DL1000", "--ignore", "DL1007", "Dockerfile")
            .Should()
            .Equal(["DL1000", "DL3025"], "it cannot be ignored");
    }

    [TestCase(Clean, "", 0)]
    [TestCase(Findings, "", 1)]
    [TestCase(Warning, "", 1)]
    [TestCase(Warning, "-t error", 0)]
    [TestCase(Warning, "-t warning", 1)]
    [TestCase(Warning, "--failure-threshold=info", 1)]
    [TestCase(Warning, "--style DL3025", 0, Description = "the threshold is info")]
    [TestCase(Warning, "--style DL3025 -t style", 1)]
    [TestCase(Warning, "--style DL3025 -t none", 1, Description = "the strictest")]
    [TestCase(Warning, "--style DL3025 -t ignore", 1)]
    [TestCase(Warning, "--error DL3025 -t error", 1)]
    [TestCase(Warning, "--ignore DL3025", 0)]
    [TestCase(Findings, "--no-fail", 0)]
    [TestCase(Broken, "-t error", 1)]
    [TestCase(Broken, "--no-fail", 0)]
    [TestCase(Findings, "-f codeclimate", 0)]
    [TestCase(Findings, "-f codacy", 0)]
    [TestCase(Findings, "-f gitlab_codeclimate", 1)]
    [TestCase(Findings, "-f json -f codacy -o a -o b", 0)]
    [TestCase(Findings, "--no-fail missing", 1, Description = "what was not read did not pass")]
    [TestCase(Clean, ".", 1)]
    [TestCase(Clean, "--formt json", 1)]
    [TestCase(Clean, "-f html", 1)]
    [TestCase(Clean, "-t fatal", 1)]
    [TestCase(Clean, "-c missing", 1)]
    [TestCase(Clean, "--require-label version", 1)]
    [TestCase(Clean, "--require-label version:number", 1)]
    [TestCase(Clean, "-o a -o b", 1)]
    public void The_exit_code_is_0_or_1(string text, string options, int exitCode)
    {
        _folder.Write("Dockerfile", text);

        Run(["Dockerfile", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
            .ExitCode.Should()
            .Be(exitCode);
    }

    [Test]
    public void Without_a_file_there_is_a_message_and_1()
    {
        CommandLineRun run = Run();

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("No Dockerfile is given");
    }

    [Test]
    public void Help_and_version_give_0()
    {
        Run("--help").Output.Should().Contain("--failure-threshold").And.Contain("--require-label");
        Run("-v").Output.Should().MatchRegex("^DockerfileLint [0-9]+\\.");
        Run("--version").Should().Be(Run("-v"));
        Run("--help").ExitCode.Should().Be(0);
    }

    [Test]
    public void A_folder_and_a_missing_file_cost_only_themselves()
    {
        _folder.Write("a/Dockerfile", Findings);
        _folder.Write("b/Dockerfile", Warning);
        CommandLineRun run = Run("a", "missing", "a/Dockerfile", "b/Dockerfile", "b/Dockerfile");

        run.Error.Should().Contain("'a'").And.Contain("folder").And.Contain("'missing'");
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(3);
    }

    [Test]
    public void Standard_input_is_a_dash()
    {
        CommandLineRun run = CommandLineRun.Start(_folder.Path, ["hadolint", "-"], Findings);

        run.Output.Should().StartWith("-:2 DL3004 error: ");
        CommandLineRun
            .Start(_folder.Path, ["hadolint", "--file-path-in-report", "web/Dockerfile", "-"], Findings)
            .Output.Should()
            .StartWith("web/Dockerfile:2 DL3004");
    }

    [Test]
    public void Paths_are_shown_as_they_are_given()
    {
        string path = _folder.Write("web/Dockerfile", Findings);

        Run(path).Output.Should().StartWith(path + ":2 ");
        Run("./web/Dockerfile").Output.Should().StartWith("./web/Dockerfile:2 ");
    }

    [Test]
    public void Formats_and_files_are_paired_by_their_places()
    {
        _folder.Write("Dockerfile", Warning);
        CommandLineRun run = Run("-f", "json", "-f", "gnu", "-f", "codacy", "-o", "a.json", "Dockerfile");

        File.ReadAllText(_folder["a.json"])
            .Should()
            .StartWith(
                "[{\"file\":\"Dockerfile\",\"line\":2,\"column\":5,\"endLine\":2,\"endColumn\":6,"
                    + "\"level\":\"warning\",\"code\":\"DL3025\","
            );
        string[] lines = run.Output.Split('\n');
        lines[0].Should().StartWith("hadolint:Dockerfile:2: DL3025 warning: ");
        lines[1].Should().StartWith("{\"filename\":\"Dockerfile\",", "reports for one place follow each other");
        Run("-fjson", "-ob.json", "Dockerfile").Output.Should().BeEmpty();
        File.Exists(_folder["b.json"]).Should().BeTrue();
    }

    [Test]
    public void Every_format_is_written(
        [Values(
            "tty",
            "json",
            "checkstyle",
            "codeclimate",
            "gitlab_codeclimate",
            "gnu",
            "codacy",
            "sonarqube",
            "junit",
            "sarif"
        )]
            string format
    )
    {
        _folder.Write("Dockerfile", Warning);
        CommandLineRun run = Run("--format", format, "Dockerfile");

        run.Output.Should().Contain("DL3025");
        run.Error.Should().BeEmpty();
    }

    [Test]
    public void A_rule_that_does_not_exist_is_told_and_changes_nothing()
    {
        _folder.Write("Dockerfile", Warning);
        CommandLineRun run = Run("--ignore", "DL3998", "--ignore", "SC2086", "Dockerfile");

        run.Error.Should().Contain("'DL3998'").And.NotContain("SC2086");
        run.ExitCode.Should().Be(1);
    }

    [TestCase("", "", "", "DL3004 error, DL3025 warning")]
    [TestCase("HADOLINT_IGNORE=DL3004", "", "", "DL3025 warning")]
    [TestCase("", "ignored: [DL3004]", "", "DL3025 warning")]
    [TestCase("", "", "--ignore DL3004", "DL3025 warning")]
    [TestCase("", "ignored: [DL3004]", "--ignore DL3025", "", Description = "lists are joined")]
    [TestCase("HADOLINT_IGNORE=DL3025,DL3006", "ignored: [DL3004]", "", "")]
    [TestCase("HADOLINT_OVERRIDE_INFO=DL3025", "", "", "DL3004 error, DL3025 info")]
    [TestCase(
        "",
        "override: {info: [DL3025, DL3004]}",
        "--style DL3004",
        "DL3004 info, DL3025 info",
        Description = "the worst counts"
    )]
    [TestCase(
        "HADOLINT_OVERRIDE_ERROR=DL3025",
        "override: {style: [DL3025]}",
        "--info DL3025",
        "DL3004 error, DL3025 error"
    )]
    [TestCase("HADOLINT_OVERRIDE_STYLE=DL3004", "", "", "DL3004 style, DL3025 warning")]
    [TestCase("HADOLINT_OVERRIDE_WARNING=DL3004", "", "", "DL3004 warning, DL3025 warning")]
    public void Rules_are_configured_in_three_places(
        string variable,
        string configuration,
        string options,
        string expected
    )
    {
        _folder.Write("Dockerfile", Findings);
        CommandLineRun run = RunWith(variable, configuration, options + " -f json Dockerfile");

        string.Join(", ", Read(run, "code").Zip(Read(run, "level"), (code, level) => $"{code} {level}"))
            .Should()
            .Be(expected);
    }

    [TestCase("", "", "", 1)]
    [TestCase("HADOLINT_NOFAIL=1", "", "", 0)]
    [TestCase("HADOLINT_NOFAIL=1", "no-fail: false", "", 1)]
    [TestCase("HADOLINT_NOFAIL=1", "no-fail: false", "--no-fail", 0)]
    [TestCase("HADOLINT_FAILURE_THRESHOLD=error", "", "", 0)]
    [TestCase("HADOLINT_FAILURE_THRESHOLD=error", "failure-threshold: warning", "", 1)]
    [TestCase("HADOLINT_FAILURE_THRESHOLD=error", "failure-threshold: warning", "-t error", 0)]
    [TestCase("HADOLINT_FAILURE_THRESHOLD=fatal", "", "", 1)]
    [TestCase("HADOLINT_FORMAT=codacy", "", "", 0)]
    [TestCase("HADOLINT_FORMAT=codacy", "format: json", "", 1)]
    [TestCase("HADOLINT_FORMAT=codacy", "formats: [json]", "-f codacy", 0)]
    [TestCase("HADOLINT_NOFAIL=", "", "", 1, Description = "empty is not set")]
    public void Of_single_values_the_command_line_wins_then_the_file(
        string variable,
        string configuration,
        string options,
        int exitCode
    )
    {
        _folder.Write("Dockerfile", Warning);

        RunWith(variable, configuration, options + " Dockerfile").ExitCode.Should().Be(exitCode);
    }

    [TestCase("HADOLINT_NOFAIL=maybe", "HADOLINT_NOFAIL: 'maybe' is not one of true, false,")]
    [TestCase("HADOLINT_FORMAT=jsn", "Did you mean 'json'?")]
    [TestCase(
        "HADOLINT_REQUIRE_LABELS=a:text,b:number",
        "HADOLINT_REQUIRE_LABELS: 'b:number' is not a label and its type"
    )]
    public void A_variable_that_means_nothing_is_wrong_usage(string variable, string message)
    {
        _folder.Write("Dockerfile", Clean);
        CommandLineRun run = RunWith(variable, "", "Dockerfile");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain(message);
        run.Output.Should().BeEmpty();
    }

    [Test]
    public void Hadolints_variables_do_not_concern_lint()
    {
        _folder.Write("Dockerfile", Findings);
        var variables = new Dictionary<string, string>
        {
            ["HADOLINT_IGNORE"] = "DL3004",
            ["HADOLINT_NOFAIL"] = "1",
            ["HADOLINT_FORMAT"] = "nonsense",
        };

        CommandLineRun
            .Start(_folder.Path, ["lint", "Dockerfile"], "", variables: variables)
            .Should()
            .Be(CommandLineRun.Start(_folder.Path, "lint", "Dockerfile"));
    }

    [TestCase("", "", "", true)]
    [TestCase("NO_COLOR=1", "", "", false)]
    [TestCase("", "no-color: true", "", false)]
    [TestCase("", "", "--no-color", false)]
    public void Colours_are_for_terminals(string variable, string configuration, string options, bool isColored)
    {
        _folder.Write("Dockerfile", Findings);

        RunWith(variable, configuration, options + " Dockerfile", isTerminal: true)
            .Output.Contains('\u001b')
            .Should()
            .Be(isColored);
        RunWith(variable, configuration, options + " Dockerfile")
            .Output.Should()
            .Contain("DL")
            .And.NotContain("\u001b");
    }

    [TestCase("# hadolint ignore=DL3004\nRUN sudo a", "", "")]
    [TestCase("# dockerfile-lint ignore=DL3004\nRUN sudo a", "", "")]
    [TestCase("# hadolint ignore=DL3004\nRUN sudo a", "--disable-ignore-pragma", "DL3004")]
    [TestCase("# hadolint global ignore=DL3004\nRUN sudo a", "--disable-ignore-pragma", "DL3004")]
    [TestCase("# check=skip=all\nCMD a", "", "DL3025", Description = "BuildKit's are comments to hadolint")]
    [TestCase("# hadolint ignore=DL3004,SC2086\nRUN sudo a", "--info DL1001", "DL1001")]
    public void Comments_count_as_in_hadolint(string text, string options, string expected)
    {
        _folder.Write("Dockerfile", $"FROM debian:13\n{text}\n");

        string.Join(',', Codes([.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "Dockerfile"]))
            .Should()
            .Be(expected);
    }

    [TestCase("", "", "", "")]
    [TestCase("", "", "--trusted-registry docker.io", "DL3026")]
    [TestCase("", "trustedRegistries: [docker.io]", "--trusted-registry ghcr.io", "", Description = "lists are joined")]
    [TestCase("HADOLINT_TRUSTED_REGISTRIES=docker.io,quay.io", "", "", "DL3026")]
    [TestCase("", "", "--require-label version:semver --require-label author:text", "DL3049,DL3056")]
    [TestCase("", "label-schema: {version: semver, author: text}", "", "DL3049,DL3056")]
    [TestCase("", "label-schema: {version: semver}", "--require-label version:text", "")]
    [TestCase("HADOLINT_REQUIRE_LABELS=version:text", "strict-labels: true", "", "DL3050")]
    [TestCase("HADOLINT_REQUIRE_LABELS=version:text", "", "--strict-labels", "DL3050")]
    [TestCase("HADOLINT_STRICT_LABELS=true", "strict-labels: false", "", "")]
    public void Registries_and_labels_reach_their_rules(
        string variable,
        string configuration,
        string options,
        string expected
    )
    {
        _folder.Write("Dockerfile", "FROM ghcr.io/a/b:1\nLABEL version=one stage=test\n");

        string.Join(',', Read(RunWith(variable, configuration, options + " -f json Dockerfile"), "code"))
            .Should()
            .Be(expected);
    }

    [TestCase("FROM a:1\n# hadolint ignore=DL3043\nONBUILD FROM b\n")]
    [TestCase("# hadolint ignore=DL3061\nLABEL a=b\nFROM a:1\n")]
    [TestCase("FROM a:1\n# hadolint ignore=DL3011\nEXPOSE 70000\n")]
    [TestCase("FROM a:1 AS b\n# hadolint ignore=DL3023\nCOPY --from=b /c /c\n")]
    public void What_hadolint_lets_a_comment_hide_is_hidden_even_where_the_build_breaks(string text)
    {
        _folder.Write("Dockerfile", text);

        Codes("Dockerfile").Should().BeEmpty();
    }

    [Test]
    public void Verbose_names_the_configuration()
    {
        _folder.Write("Dockerfile", Clean);
        Run("-V", "Dockerfile").Error.Should().Contain("Dockerfile: no configuration file");
        _folder.Write(".hadolint.yml", "verbose: true\n");
        Run("Dockerfile").Error.Should().Contain("Dockerfile: configured by .hadolint.yml");
    }

    [Test]
    public void Sarif_has_rules_and_regions()
    {
        _folder.Write("Dockerfile", Broken);
        using JsonDocument log = JsonDocument.Parse(Run("-f", "sarif", "Dockerfile").Output);
        JsonElement run = log.RootElement.GetProperty("runs")[0];

        run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")
            .EnumerateArray()
            .Select(rule => rule.GetProperty("id").GetString())
            .Should()
            .Equal("DL1000", "DL3025");
        run.GetProperty("results")[0]
            .GetProperty("locations")[0]
            .GetProperty("physicalLocation")
            .GetProperty("region")
            .GetProperty("endColumn")
            .GetInt32()
            .Should()
            .Be(5);
        string messageId = run.GetProperty("results")[0].GetProperty("message").GetProperty("id").GetString()!;
        run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")[0]
            .GetProperty("messageStrings")
            .TryGetProperty(messageId, out _)
            .Should()
            .BeTrue("what other parser rules say is said under DL1000");
    }

    private static IEnumerable<string?> Read(CommandLineRun run, string property)
    {
        using JsonDocument report = JsonDocument.Parse(run.Output);
        return [.. report.RootElement.EnumerateArray().Select(finding => finding.GetProperty(property).GetString())];
    }

    private IEnumerable<string?> Codes(params string[] args) => Read(Run(["-f", "json", .. args]), "code");

    /// <summary>Without ShellCheck, which may or may not be installed.</summary>
    private CommandLineRun Run(params string[] args) =>
        CommandLineRun.Start(_folder.Path, ["hadolint", "--shellcheck=off", .. args]);

    private CommandLineRun RunWith(string variable, string configuration, string args, bool isTerminal = false)
    {
        if (configuration.Length > 0)
        {
            _folder.Write(".hadolint.yaml", configuration);
        }

        Dictionary<string, string> variables =
            variable.Length == 0 ? [] : new() { [variable.Split('=')[0]] = variable.Split('=')[1] };
        return CommandLineRun.Start(
            _folder.Path,
            ["hadolint", .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            "",
            isTerminal: isTerminal,
            variables: variables
        );
    }
}
