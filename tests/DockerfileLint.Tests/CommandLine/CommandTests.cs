using System.Text.Json;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>What the commands beside <c>lint</c> write, and how mistakes at the prompt are told.</summary>
internal sealed class CommandTests
{
    private const string Findings = "FROM debian:13\nRUN sudo a\nUSER 1\nCMD a\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("rulez", "'rulez' is neither a command nor a file. Did you mean 'rules'?")]
    [TestCase("explan DL3002", "'explan' is neither a command nor a file. Did you mean 'explain'?")]
    [TestCase(
        "explain DL3002 --preset strict",
        "'explain' has no option '--preset'; 'lint' and 'audit' and 'suppress' and 'rules' and 'init' and 'server' "
            + "have it."
    )]
    [TestCase("rules --fail-on error", "'rules' has no option '--fail-on'; 'lint' has it.")]
    [TestCase("lint --presett strict", "There is no option '--presett'. Did you mean '--preset'?")]
    public void A_mistake_is_told_with_what_was_meant(string arguments, string message)
    {
        CommandLineRun run = Start(arguments.Split(' '));

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("error: " + message);
    }

    [Test]
    public void A_file_that_is_called_like_a_command_nearly_is_linted()
    {
        _folder.Write("rulez", Findings);

        Start("rulez").Output.Should().Contain("rulez:2:5");
    }

    [Test]
    public void Help_names_paths_commands_examples_and_exit_codes()
    {
        CommandLineRun run = Start("--help");

        run.ExitCode.Should().Be(0);
        run.Output.Should()
            .Contain("dockerfile-lint [PATH…] [options]")
            .And.Contain("completion")
            .And.Contain("Examples:")
            .And.Contain("Exit codes:");
        Start("help").Should().Be(run);
        Start("help", "rules").Should().Be(Start("rules", "--help"));
        Start("rules", "--help").Output.Should().Contain("--preset").And.NotContain("Exit codes:");
    }

    [TestCase("x.sarif", "\"runs\"")]
    [TestCase("x.sarif.json", "\"runs\"")]
    [TestCase("x.json", "\"diagnostics\"")]
    [TestCase("x.txt", "help: ")]
    public void The_name_of_a_report_says_its_format(string name, string part)
    {
        _folder.Write("Dockerfile", Findings);
        Start("Dockerfile", "-o", name);

        File.ReadAllText(_folder[name]).Should().Contain(part);
    }

    [Test]
    public void Rules_are_listed_under_a_preset()
    {
        RuleDescriptor raised = Preset
            .Load("strict")
            .Descriptors.First(rule =>
                rule.Tiers.IsEmpty
                && Preset.Load("strict").GetSeverity(rule) == Severity.Warning
                && rule.DefaultSeverity == Severity.Info
            );

        Start("rules").Output.Should().MatchRegex($"(?m)^{raised.Id} .* info ");
        Start("rules", "--preset", "strict").Output.Should().MatchRegex($"(?m)^{raised.Id} .* warning ");
        Start("rules", "--preset", "strict", "--format", "markdown")
            .Output.Should()
            .MatchRegex($"{raised.Id}.*\\| warning \\|");
    }

    [Test]
    public void An_explanation_has_no_marks_of_tests()
    {
        CommandLineRun run = Start("explain", "DL3002");

        run.Output.Should().Contain("```dockerfile\n").And.NotContain("^^").And.NotContain("dockerfile bad");
        run.Output.Should().Contain("Edition: 2026.1");
        CommandLineRun
            .Start(_folder.Path, ["explain", "DL3002"], "", isTerminal: true)
            .Output.Should()
            .NotContain("```")
            .And.NotContain("## Why")
            .And.Contain("\u001b[1mWhy\u001b[0m")
            .And.Contain("    FROM")
            .And.MatchRegex("    USER root\n    CMD .*\n\n    FROM debian", "examples stand apart");
    }

    [TestCase("bash", "complete -o filenames -F _dockerfile_lint dockerfile-lint")]
    [TestCase("zsh", "bashcompinit")]
    [TestCase("fish", "-l min-severity -x -a 'error warning info style'")]
    [TestCase("pwsh", "Register-ArgumentCompleter")]
    public void A_shell_gets_its_script(string shell, string part) =>
        Start("completion", shell).Output.Should().Contain(part).And.Contain("lint");

    [TestCase("dockerfile-lint exp", "explain")]
    [TestCase("dockerfile-lint --min-s", "--min-severity")]
    [TestCase("dockerfile-lint rules --pre", "--preset")]
    [TestCase("dockerfile-lint show sch", "schema")]
    [Platform("Linux", Reason = "There is bash.")]
    public void Bash_completes_commands_and_options(string typed, string completed)
    {
        string[] words = typed.Split(' ');
        string script =
            Start("completion", "bash").Output
            + $"\nCOMP_WORDS=({string.Join(' ', words)}); COMP_CWORD={words.Length - 1}; _dockerfile_lint\n"
            + "printf '%s\\n' \"${COMPREPLY[@]}\"\n";
        File.WriteAllText(_folder["complete.sh"], script);
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("bash", [_folder["complete.sh"]])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = _folder.Path,
            }
        )!;

        process.StandardOutput.ReadToEnd().Should().Be(completed + "\n");
    }

    [Test]
    public void Init_writes_a_configuration_that_is_valid_and_changes_nothing()
    {
        _folder.Write("Dockerfile", Findings);
        _folder.Write("docker-stack.yml", "services: {web: {image: 'a:1'}}\n");
        CommandLineRun before = Start(".", "--target", "swarm");
        CommandLineRun run = Start("init");

        run.ExitCode.Should().Be(0);
        string text = File.ReadAllText(_folder[".dockerfile-lint.yaml"]);
        text.Should().Contain("1 Dockerfile and 1 Compose file").And.Contain("\ntarget: swarm\n");
        Start(".").Should().Be(before);
        Start("init").ExitCode.Should().Be(2, "what is there stays");
        Start("init", "--stdout", "--preset", "security").Output.Should().Contain("\nextends: security\n");
    }

    [Test]
    public void Everything_that_init_comments_out_is_valid()
    {
        _folder.Write("Dockerfile", Findings);
        IEnumerable<string> lines = Start("init", "--stdout")
            .Output.Split('\n')
            .Where(line =>
                !line.StartsWith("# ", StringComparison.Ordinal)
                || line.Contains(": ", StringComparison.Ordinal)
                || line.EndsWith(':')
                || line.StartsWith("#   ", StringComparison.Ordinal)
            )
            .Where(line =>
                !line.StartsWith("# Severities", StringComparison.Ordinal)
                && !line.StartsWith("# yaml-", StringComparison.Ordinal)
            )
            .Where(line =>
                !line.StartsWith("# The lowest", StringComparison.Ordinal)
                && !line.StartsWith("# What", StringComparison.Ordinal)
            )
            .Select(line => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line);
        _folder.Write(".dockerfile-lint.yaml", string.Join('\n', lines));

        Start(".").Error.Should().BeEmpty();
        lines.Should().Contain("suppressions:").And.Contain("overrides:");
    }

    [Test]
    public void Show_config_says_where_each_setting_comes_from()
    {
        _folder.Write("base.yaml", "fail-on: error\nrules: {DL3002: error}\n");
        _folder.Write(
            ".dockerfile-lint.yaml",
            "extends: [strict, ./base.yaml]\noverrides: [{files: legacy/, rules: {DL3004: off}}]\n"
                + "suppressions: [{rules: DL3025, reason: later}]\n"
        );
        _folder.Write(".hadolint.yaml", "override: {style: [DL3008]}\n");
        using JsonDocument shown = JsonDocument.Parse(Start("show", "config", "legacy/Dockerfile").Output);
        JsonElement root = shown.RootElement;

        root.GetProperty("files")
            .EnumerateArray()
            .Select(file => file.GetString())
            .Should()
            .Equal("base.yaml", ".dockerfile-lint.yaml", ".hadolint.yaml");
        JsonElement settings = root.GetProperty("settings");
        settings.GetProperty("extends").GetProperty("from").GetString().Should().Be(".dockerfile-lint.yaml:1:11");
        settings.GetProperty("fail-on").GetProperty("value").GetString().Should().Be("error");
        settings.GetProperty("fail-on").GetProperty("from").GetString().Should().Be("base.yaml:1:10");
        settings.GetProperty("target").GetProperty("from").GetString().Should().Be("default");
        Find(root, "DL3002").Should().Be("error base.yaml:2:9");
        Find(root, "DL3004").Should().Be("off .dockerfile-lint.yaml:2:38");
        Find(root, "DL3008").Should().Be("style .hadolint.yaml");
        Find(root, "DL3020").Should().EndWith(" preset strict");
        root.GetProperty("suppressions")[0].GetProperty("from").GetString().Should().Be(".dockerfile-lint.yaml:3:16");
        _folder.Write(".dockerfile-lint.yaml", "rulez: {}\n");
        Start("show", "config", "Dockerfile").ExitCode.Should().Be(2);
    }

    [Test]
    public void The_schema_in_the_repository_is_the_one_of_the_rules()
    {
        string path = RepositoryFiles.GetPath("schemas", "dockerfile-lint.schema.json");
        string schema = Start("show", "schema").Output;
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, schema);
        }

        File.ReadAllText(path).Should().Be(schema, "UPDATE_BASELINES=1 writes it anew");
        using JsonDocument document = JsonDocument.Parse(schema);
        document
            .RootElement.GetProperty("properties")
            .EnumerateObject()
            .Select(property => property.Name)
            .Should()
            .Equal(ConfigurationKeys.All);
    }

    [TestCase("--min-severity warning", "DL3004 DL3025")]
    [TestCase("--min-severity error", "")]
    [TestCase("--min-precision very-high", "")]
    public void What_weighs_less_is_not_reported(string options, string rules)
    {
        _folder.Write("Dockerfile", "FROM debian:13\nRUN sudo a\nUSER 1\nCMD a\n# dockerfile-lint ignore=DL3002\n");
        CommandLineRun run = Start([".", "--preset", "all", "--format", "gitlab", .. options.Split(' ')]);

        foreach (string rule in rules.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            run.Output.Should().Contain(rule);
        }

        run.Output.Should().NotContain("\"severity\": \"info\"");
        _folder.Write(".dockerfile-lint.yaml", options[2..].Replace(" ", ": ", StringComparison.Ordinal) + "\n");
        Start(".", "--preset", "all", "--format", "gitlab").Output.Should().Be(run.Output);
    }

    [Test]
    public void Progress_is_told_after_a_second_and_taken_away()
    {
        var clock = new ManualClock();
        using var writer = new StringWriter();
        using (var progress = new DockerfileLint.CommandLine.Output.ProgressLine(writer, clock))
        {
            progress.Advance();
            writer.ToString().Should().BeEmpty();
            clock.Elapsed = TimeSpan.FromSeconds(1.5);
            progress.Advance();
            progress.Advance();
            writer.ToString().Should().Be("\r2 files linted ...");
        }

        writer.ToString().Should().Be("\r2 files linted ...\r\u001b[K");
    }

    [Test]
    public void Packages_of_others_are_left_out_unless_asked_for_and_stacks_are_known_by_their_services()
    {
        _folder.Write("node_modules/a/Dockerfile", Findings);
        _folder.Write("go/vendor/example.com/a/Dockerfile", Findings);
        _folder.Write("go/vendor/modules.txt", "");
        _folder.Write("services/vendor/Dockerfile", Findings);
        _folder.Write("stack.yml", "services: {web: {image: 'a:1', privileged: true}}\n");
        _folder.Write("haskell/stack.yaml", "resolver: lts-22.0\npackages: [.]\n");

        Find(Start(".", "--format", "json")).Should().Equal("services/vendor/Dockerfile", "stack.yml");
        Start(".").Output.Should().Contain("DC3001").And.Contain("2 folders skipped");
        Find(Start(".", "--format", "json", "--no-ignore")).Should().HaveCount(4);
        Find(Start("node_modules", "--format", "json")).Should().Equal("node_modules/a/Dockerfile");
    }

    private static IEnumerable<string?> Find(CommandLineRun run)
    {
        using JsonDocument report = JsonDocument.Parse(run.Output);
        return
        [
            .. report
                .RootElement.GetProperty("files")
                .EnumerateArray()
                .Select(file => file.GetProperty("path").GetString()),
        ];
    }

    [Test]
    public void Statistics_count_by_rule()
    {
        _folder.Write("a/Dockerfile", Findings);
        _folder.Write("b/Dockerfile", Findings + "ENTRYPOINT b\n");

        Start(".", "--select", "DL3004,DL3025", "--statistics")
            .Error.Split('\n')
            .Should()
            .SatisfyRespectively(
                line => line.Should().MatchRegex("^3  .*  DL3025  "),
                line => line.Should().MatchRegex("^2  .*  DL3004  "),
                line => line.Should().BeEmpty()
            );
    }

    private static string Find(JsonElement root, string rule) =>
        root.GetProperty("rules")
            .EnumerateArray()
            .Where(each => each.GetProperty("id").GetString() == rule)
            .Select(each => $"{each.GetProperty("severity").GetString()} {each.GetProperty("from").GetString()}")
            .Single();

    private CommandLineRun Start(params string[] args) => CommandLineRun.Start(_folder.Path, args);

    private sealed class ManualClock : TimeProvider
    {
        internal TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
