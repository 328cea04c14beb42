using System.Text.Json;
using DockerfileLint.Diagnostics;
using DockerfileLint.Rules;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public class LintCommandLineTests
{
    private const string Clean = "FROM scratch\nCOPY app /app\nUSER 1000\nENTRYPOINT [\"/app\"]\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Clean_files_give_0()
    {
        _folder.Write("Dockerfile", Clean);

        Run("lint", ".").ExitCode.Should().Be(0);
    }

    [Test]
    public void Lint_is_the_command_where_none_is_named()
    {
        _folder.Write("Dockerfile", Clean);

        Run().Should().BeEquivalentTo(Run("lint", "."));
        Run("--format", "json", "Dockerfile").Should().BeEquivalentTo(Run("lint", "Dockerfile", "--format", "json"));
    }

    [Test]
    public void Findings_give_1_and_no_fail_and_fail_on_take_it_back()
    {
        _folder.Write("Dockerfile", "FROM debian\nUSER root\n");

        Run(".").ExitCode.Should().Be(1);
        Run(".", "--no-fail").ExitCode.Should().Be(0);
        Run(".", "--fail-on", "none").ExitCode.Should().Be(0);
        Run(".", "--fail-on", "error").ExitCode.Should().Be(0);
    }

    [Test]
    public void What_cannot_be_read_gives_3_even_beside_findings_and_with_no_fail()
    {
        _folder.Write("Dockerfile", "FROM debian\nUSER root\n");
        CommandLineRun run = Run(".", "missing", "--no-fail", "--format", "json");

        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("missing");
    }

    [Test]
    public void Each_unreadable_file_is_named_and_the_others_are_still_reported()
    {
        _folder.Write("Dockerfile", Clean);
        _folder.Write("compose.yaml", "services: {}\n");
        File.WriteAllBytes(_folder["Dockerfile.binary"], [0, 1, 2]);
        Directory.CreateDirectory(_folder["sub/Dockerfile"]);
        CommandLineRun run = Run(".", "missing", "--format", "json", "--output", "out.json");

        run.ExitCode.Should().Be(3);
        run.Error.Should()
            .Contain("'Dockerfile.binary'")
            .And.Contain("'sub/Dockerfile'")
            .And.Contain("'missing'")
            .And.NotContain("'Dockerfile'");
        File.ReadAllText(_folder["out.json"]).Should().NotBeEmpty();
    }

    [Test]
    public void Nothing_to_lint_is_wrong_usage_and_says_what_was_looked_for()
    {
        _folder.Write("notes.txt");
        CommandLineRun run = Run("--format", "sarif", "--output", "out.sarif");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("No file to lint").And.Contain("Dockerfile").And.Contain("compose.yaml");
        File.Exists(_folder["out.sarif"]).Should().BeFalse();
    }

    [TestCase("--formt json", "Did you mean '--format'?")]
    [TestCase(
        "--format jsn",
        "'jsn' is not one of text, json, sarif, github, gitlab, markdown, html, msbuild, checkstyle, junit, sonarqube. "
            + "Did you mean 'json'?"
    )]
    [TestCase("--preset hadolnt", "Did you mean 'hadolint'?")]
    [TestCase("--type yaml", "'yaml' is not one of dockerfile, compose.")]
    [TestCase("--jobs 0", "from 1 to 1024")]
    [TestCase("--jobs many", "from 1 to 1024")]
    [TestCase("--fail-on fatal", "error, warning, info, style, none")]
    [TestCase("--root missing", "--root 'missing' is not a folder.")]
    [TestCase("--format", "--format")]
    [TestCase("--format json --format sarif", "Only one report can go to standard output")]
    [TestCase("--format json --output a --format sarif --output ./a", "same --output")]
    [TestCase("--format json --output a --output b", "follows no --format of its own")]
    [TestCase("--format json --output missing/a", "its folder does not exist")]
    [TestCase("--output Dockerfile Dockerfile", "both a file to lint and an --output")]
    [TestCase("--config missing.yaml", "--config 'missing.yaml' is not a file.")]
    [TestCase("--config Dockerfile --no-config", "--config and --no-config exclude each other.")]
    [TestCase("--select XX9998", "Did you mean 'XX9999'?")]
    [TestCase("--ignore test-rulle", "Did you mean 'test-rule'?")]
    public void Wrong_usage_gives_2_and_says_what_is_allowed(string arguments, string message)
    {
        _folder.Write("Dockerfile", Clean);
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            arguments.Split(' '),
            "",
            rules => rules.Add(new TestRule())
        );

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("error: ").And.Contain(message);
        run.Output.Should().BeEmpty();
        Directory.GetFiles(_folder.Path).Should().ContainSingle("nothing half-written stays");
    }

    [Test]
    public void Text_and_commands_for_GitHub_share_standard_output()
    {
        _folder.Write("Dockerfile", "FROM debian:latest\nUSER 1000\n");
        CommandLineRun run = Run("--format", "github", "--format", "text", "--format", "markdown", "--output", "a.md");

        run.Output.Should().StartWith("::warning file=Dockerfile,").And.Contain("\nDockerfile:1:6  warning  DL3007");
        File.ReadAllText(_folder["a.md"]).Should().StartWith("### dockerfile-lint: 1 finding");
    }

    [Test]
    public void Reports_that_are_read_in_a_log_tell_what_failed_themselves()
    {
        CommandLineRun run = Run("missing", "--format", "msbuild");

        run.ExitCode.Should().Be(3);
        run.Output.Should().StartWith("missing: error DL9001: ");
        run.Error.Should().BeEmpty();
    }

    [TestCase("DL3002", "own-rule", "'DL3002' is taken by 'DL3002 last-user-is-root'")]
    [TestCase("XX 1", "own-rule", "'XX 1' is no id. Allowed: ")]
    [TestCase("XX9998", "test-rule", "'test-rule' is taken by 'XX9999 test-rule'")]
    public void The_author_of_a_wrong_rule_is_told_so_in_one_line(string id, string name, string message)
    {
        _folder.Write("Dockerfile", Clean);
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["Dockerfile"],
            "",
            rules =>
            {
                rules.Add(new TestRule());
                rules.Add(new BareRule(new RuleDescriptor(id, name, "Own.", Severity.Info)));
            }
        );

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("error: The rules of this program: ").And.Contain(message);
        run.Error.TrimEnd('\n', '\r').Should().NotContain("\n").And.NotContain("Parameter");
        run.Output.Should().BeEmpty();
    }

    [Test]
    public void The_author_of_a_wrong_rule_is_told_so_where_its_descriptor_is_static()
    {
        CommandLineRun run = CommandLineRun.Start(_folder.Path, ["rules"], "", rules => rules.Add(new StaticRule()));

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("error: The rules of this program: 'ftp://example.org' is no address of a page.");
    }

    [Test]
    public void A_rule_without_a_page_is_listed_and_explained_without_an_address()
    {
        Action<ICollection<Rule>> add = rules =>
            rules.Add(new BareRule(new RuleDescriptor("XX9998", "bare-rule", "Own.", Severity.Info)));
        CommandLineRun markdown = CommandLineRun.Start(_folder.Path, ["rules", "--format", "markdown"], "", add);
        CommandLineRun json = CommandLineRun.Start(_folder.Path, ["rules", "--format", "json"], "", add);
        CommandLineRun explained = CommandLineRun.Start(_folder.Path, ["explain", "XX9998"], "", add);
        using JsonDocument document = JsonDocument.Parse(json.Output);

        markdown.Output.Should().Contain("| XX9998 | bare-rule | info | Bare rule |\n");
        document
            .RootElement.EnumerateArray()
            .Single(rule => rule.GetProperty("id").GetString() == "XX9998")
            .TryGetProperty("helpUri", out _)
            .Should()
            .BeFalse();
        explained.Output.Should().Be("# XX9998: bare-rule\n\nBare rule\n\nSeverity: info\n");
    }

    [Test]
    public void A_rule_can_be_named_by_id_or_name_several_times_and_with_commas()
    {
        _folder.Write("Dockerfile", Clean);
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["--select", "xx9999,test-rule", "--select", "test-rule", "--ignore", "XX9999"],
            "",
            rules => rules.Add(new TestRule())
        );

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
    }

    [Test]
    public void Reports_go_to_their_own_places_in_one_run()
    {
        _folder.Write("Dockerfile", Clean);
        CommandLineRun run = Run(
            "--format",
            "json",
            "--output",
            "a.json",
            "--format",
            "text",
            "--format",
            "sarif",
            "-o",
            "b.sarif"
        );

        run.ExitCode.Should().Be(0);
        run.Output.Should().NotBeEmpty();
        new FileInfo(_folder["a.json"]).Length.Should().BePositive();
        new FileInfo(_folder["b.sarif"]).Length.Should().BePositive();
        Directory.GetFiles(_folder.Path).Should().HaveCount(3);
    }

    [Test]
    public void A_report_is_not_linted_by_the_run_that_writes_it()
    {
        _folder.Write("Dockerfile", Clean);
        Run("--format", "json", "--output", "Dockerfile.json");
        string first = File.ReadAllText(_folder["Dockerfile.json"]);
        Run("--format", "json", "--output", "Dockerfile.json");

        File.ReadAllText(_folder["Dockerfile.json"]).Should().Be(first);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "There is no such device there.")]
    public void A_device_as_output_is_written_and_stays_a_device()
    {
        _folder.Write("Dockerfile", Clean);

        Run("--format", "json", "--output", "/dev/null").ExitCode.Should().Be(0);
        DockerfileLint.Files.FileReader.Read("/dev/null").Text!.Length.Should().Be(0);
    }

    [Test]
    public void The_output_is_the_same_at_any_number_of_threads_and_order_of_arguments(
        [Values("text", "json", "sarif")] string format
    )
    {
        for (int i = 0; i < 200; i++)
        {
            _folder.Write($"d{i % 10}/s{i}/Dockerfile", i % 3 == 0 ? Clean : $"FROM debian\nRUN echo {i}\nUSER root\n");
        }

        CommandLineRun one = Run(".", "--jobs", "1", "--format", format);

        one.Output.Should().NotBeEmpty();
        Run(".", "--jobs", "8", "--format", format).Should().Be(one);
        Run("d9", "d3/s3/Dockerfile", "d2", "d1", "d0", ".", "--jobs", "3", "--format", format).Should().Be(one);
    }

    [Test]
    public void Standard_input_is_linted_under_the_name_that_is_given()
    {
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["-", "--stdin-filename", "web/compose.yaml", "--format", "json"],
            "services: {}\n"
        );

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("web/compose.yaml");
    }

    [Test]
    public void The_name_of_standard_input_is_relative_to_the_root_as_all_paths_are()
    {
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["-", "--stdin-filename", _folder["web/Dockerfile"], "--format", "json"],
            Clean
        );

        run.Output.Should().Contain("\"web/Dockerfile\"");
    }

    [Test]
    public void Standard_input_can_be_linted_beside_files_and_comes_in_path_order()
    {
        _folder.Write("a/Dockerfile", "FROM debian\nUSER root\n");
        _folder.Write("c/Dockerfile", "FROM debian\nUSER root\n");
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["c", "-", "a", "--stdin-filename", "b/Dockerfile", "--format", "json"],
            "FROM debian\nUSER root\n"
        );

        int[] positions =
        [
            run.Output.IndexOf("a/Dockerfile", StringComparison.Ordinal),
            run.Output.IndexOf("b/Dockerfile", StringComparison.Ordinal),
            run.Output.IndexOf("c/Dockerfile", StringComparison.Ordinal),
        ];
        positions.Should().BeInAscendingOrder().And.NotContain(-1);
    }

    [Test]
    public void Quiet_writes_nothing_beside_the_report()
    {
        _folder.Write("Dockerfile", Clean);

        Run("--quiet", "--format", "json", "--output", "a.json").Error.Should().BeEmpty();
        Run("--format", "json", "--output", "a.json").Error.Should().Contain("1 file").And.Contain("a.json");
    }

    [Test]
    public void Timing_goes_to_standard_error()
    {
        _folder.Write("Dockerfile", Clean);
        CommandLineRun run = Run("--timing", "--format", "json");

        run.Error.Should().Contain("ms");
        run.Output.Should().Be(Run("--format", "json").Output);
    }

    [Test]
    public void Untrusted_names_cannot_act_on_the_terminal()
    {
        CommandLineRun run = Run("\u001b[31mred");

        run.ExitCode.Should().Be(3);
        (run.Output + run.Error).Should().NotContain("\u001b");
    }

    [Test]
    public void Color_follows_the_terminal_and_NO_COLOR()
    {
        _folder.Write("Dockerfile", "FROM debian\nUSER root\n");

        Colored(isTerminal: true).Should().BeTrue();
        Colored(isTerminal: false).Should().BeFalse();
        Colored(isTerminal: true, ("NO_COLOR", "1")).Should().BeFalse();
        Colored(isTerminal: true, ("TERM", "dumb")).Should().BeFalse();

        bool Colored(bool isTerminal, params (string Name, string Value)[] variables) =>
            CommandLineRun
                .Start(
                    _folder.Path,
                    ["."],
                    "",
                    isTerminal: isTerminal,
                    variables: variables.ToDictionary(variable => variable.Name, variable => variable.Value)
                )
                .Output.Contains('\u001b');
    }

    [Test]
    public void A_report_that_cannot_be_written_gives_2_and_a_message()
    {
        _folder.Write("Dockerfile", Clean);
        CommandLineRun run = CommandLineRun.Start(_folder.Path, ["--format", "json"], "", output: new FullStream());

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("could not be written: no space left on device.");
    }

    [TestCase("--help")]
    [TestCase("rules")]
    [TestCase("explain DL3002")]
    [TestCase("show syntax Dockerfile")]
    [TestCase("missing")]
    public void Full_streams_end_every_command_with_a_code_and_no_exception(string arguments)
    {
        _folder.Write("Dockerfile", Clean);
        var environment = new DockerfileLint.CommandLine.CommandLineEnvironment
        {
            StandardInput = Stream.Null,
            StandardOutput = new FullStream(),
            Error = new StreamWriter(new FullStream()) { AutoFlush = true },
            WorkingDirectory = _folder.Path,
            GetVariable = _ => null,
        };

        int exitCode = DockerfileLint
            .CommandLine.LintCommandLine.RunAsync(arguments.Split(' '), addRules: null, environment)
            .GetAwaiter()
            .GetResult();

        exitCode.Should().Be(2);
    }

    [Test]
    public void A_closed_standard_input_is_a_file_that_cannot_be_read()
    {
        using var output = new MemoryStream();
        var environment = new DockerfileLint.CommandLine.CommandLineEnvironment
        {
            StandardInput = new DockerfileLint.CommandLine.ClosedStream("input"),
            StandardOutput = output,
            Error = TextWriter.Null,
            WorkingDirectory = _folder.Path,
            GetVariable = _ => null,
        };

        DockerfileLint
            .CommandLine.LintCommandLine.RunAsync(["-"], addRules: null, environment)
            .GetAwaiter()
            .GetResult()
            .Should()
            .Be(3);

        System.Text.Encoding.UTF8.GetString(output.ToArray()).Should().Contain("standard input is closed");
    }

    [Test]
    public void The_summary_counts_what_was_left_out()
    {
        _folder.Write("Dockerfile", Clean);
        _folder.Write("Dockerfile.old", Clean);
        _folder.Write("out/Dockerfile", Clean);
        _folder.Write(".gitignore", "out/\n*.old\n");

        Run().Output.Should().EndWith("No findings in 1 file, 1 file and 1 folder skipped\n");
        Run("--no-ignore").Output.Should().EndWith("No findings in 3 files\n");
    }

    [Test]
    public void The_epoch_of_reproducible_builds_must_be_a_number()
    {
        _folder.Write("Dockerfile", Clean);
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["."],
            "",
            variables: new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = "today" }
        );

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("SOURCE_DATE_EPOCH");
    }

    [Test]
    public void Rules_are_listed_as_json_with_the_added_ones()
    {
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["rules", "--format", "json"],
            "",
            rules => rules.Add(new TestRule())
        );
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement rule = document
            .RootElement.EnumerateArray()
            .Single(element => element.GetProperty("id").GetString() == "XX9999");

        run.ExitCode.Should().Be(0);
        rule.EnumerateObject()
            .Select(property => property.Name)
            .Should()
            .Equal(
                "id",
                "name",
                "title",
                "category",
                "severity",
                "tiers",
                "tags",
                "aliases",
                "supersedes",
                "cwe",
                "cis",
                "fixable",
                "helpUri"
            );
        rule.GetProperty("aliases").GetProperty("kics")[0].GetString().Should().Be("their_rule");
        rule.GetProperty("tiers").GetProperty("grave").GetString().Should().Be("error");
        rule.GetProperty("cwe")[0].GetInt32().Should().Be(250);
    }

    [Test]
    public void Rules_are_listed_as_text_and_markdown([Values("text", "markdown")] string format)
    {
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["rules", "--format", format],
            "",
            rules => rules.Add(new TestRule())
        );

        run.Output.Split('\n')
            .Should()
            .ContainSingle(line => line.Contains("XX9999"))
            .Which.Should()
            .Contain("test-rule")
            .And.Contain("warning");
    }

    [TestCase("XX9999")]
    [TestCase("test-rule")]
    [TestCase("THEIR_RULE")]
    public void A_rule_is_explained_by_id_name_or_alias(string name)
    {
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["explain", name],
            "",
            rules => rules.Add(new TestRule())
        );

        run.ExitCode.Should().Be(0);
        run.Output.Should()
            .Contain("XX9999")
            .And.Contain("Severity: warning, grave: error")
            .And.Contain("CWE-250")
            .And.Contain("In kics: their_rule");
    }

    [Test]
    public void An_unknown_rule_cannot_be_explained()
    {
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["explain", "XX999"],
            "",
            rules => rules.Add(new TestRule())
        );

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("Did you mean 'XX9999'?");
    }

    [TestCase("Dockerfile", "# note\nFROM scratch\nRUN <<EOF\n  x\nEOF\n")]
    [TestCase("compose.yaml", "services: # note\n  web: {image: 'a'}\n")]
    public void The_tokens_that_show_gives_are_the_whole_text(string name, string text)
    {
        _folder.Write(name, text);
        CommandLineRun run = Run("show", "syntax", name);
        using JsonDocument document = JsonDocument.Parse(run.Output);

        string.Concat(
                document
                    .RootElement.GetProperty("tokens")
                    .EnumerateArray()
                    .Select(token => token.GetProperty("text").GetString())
            )
            .Should()
            .Be(text);
        document.RootElement.GetProperty("root").GetProperty("children").GetArrayLength().Should().BePositive();
        Run("show", "syntax", "missing").ExitCode.Should().Be(3);
    }

    [Test]
    public void Help_lists_the_commands_and_options()
    {
        Run("--help").Output.Should().Contain("lint").And.Contain("rules").And.Contain("explain");
        Run("lint", "--help").Output.Should().Contain("--sarif-category").And.Contain("--fail-on");
    }

    private CommandLineRun Run(params string[] args) => CommandLineRun.Start(_folder.Path, args);

    private sealed class BareRule(RuleDescriptor descriptor) : DockerfileRule
    {
        public override RuleDescriptor Descriptor => descriptor;
    }

    private sealed class StaticRule : DockerfileRule
    {
        private static readonly RuleDescriptor Shared = new("XX9997", "static-rule", "Own.", Severity.Info)
        {
            HelpUri = "ftp://example.org",
        };

        public override RuleDescriptor Descriptor => Shared;
    }

    private sealed class TestRule : DockerfileRule
    {
        public override RuleDescriptor Descriptor { get; } =
            new("XX9999", "test-rule", "A test.", Severity.Warning)
            {
                Title = "A rule for tests",
                Summary = "A rule for tests.",
                Category = "tool",
                Tiers = [new RuleTier("grave", Severity.Error)],
                Aliases = [new RuleAlias("kics", ["their_rule"])],
                Cwe = [250],
                HelpUri = "https://example.org/XX9999",
            };
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) =>
            throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
