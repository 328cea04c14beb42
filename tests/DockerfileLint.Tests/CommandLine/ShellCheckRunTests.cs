using System.Globalization;
using System.Text;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.CommandLine.Programs;
using DockerfileLint.CommandLine.ShellChecking;
using DockerfileLint.Tests.Reporting;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>
/// How the command line deals with ShellCheck's program. Most tests bring a program of their own, which finds something
/// in each line with a sign <c>@</c> and ends badly at the word <c>poison</c>.
/// </summary>
// A program that is written while another test starts a process cannot be run for a moment.
[NonParallelizable]
internal sealed class ShellCheckRunTests
{
    private const string Finding =
        """{"file":"0","line":3,"endLine":3,"column":4,"endColumn":6,"level":"warning","code":"""
        + """2154,"message":"It is '@'.","fix":null}""";

    private TemporaryFolder _folder = null!;
    private TemporaryFolder _tools = null!;

    [SetUp]
    public void CreateFolders()
    {
        _folder = new TemporaryFolder();
        _tools = new TemporaryFolder();
    }

    [TearDown]
    public void DeleteFolders()
    {
        _folder.Dispose();
        _tools.Dispose();
    }

    private string Log => _tools["log"];

    [Test]
    public void Findings_are_reported_at_their_words()
    {
        WriteProgram();
        _folder.Write("Dockerfile", "FROM debian:13\nRUN ls \\\n  && rm @x\nUSER 1000\n");

        CommandLineRun run = Lint();
        run.Error.Should().BeEmpty();
        Read(run, "SC2154").Should().Equal("Dockerfile:3:9 warning It is '@'.");
        run.ExitCode.Should().Be(1);
    }

    [Test]
    public void The_program_gets_numbers_and_nothing_of_the_files()
    {
        WriteProgram();
        _folder.Write(
            "$(touch x)/--help;Dockerfile",
            "FROM a:1 AS --b\nARG --c=1\nENV $(d)=1 e=$(f)\nRUN -- --version @x\nRUN @y\n"
        );

        Read(Lint("--type", "dockerfile", "$(touch x)/--help;Dockerfile"), "SC2154").Should().HaveCount(2);
        File.ReadAllLines(Log)
            .Should()
            .Equal("--norc --format=json1 --severity=style --exclude=SC1090,SC1091,SC2187 -- 0 1");
    }

    [Test]
    public void A_script_too_long_for_it_is_not_given_to_it_and_that_is_told()
    {
        WriteProgram();
        _folder.Write("Dockerfile", $"FROM a:1\nRUN {new string('a', AnalysisBudget.MaxShellCheckScriptLength)}\n");
        _folder.Write("b/Dockerfile", "FROM a:1\nRUN @x\n");

        CommandLineRun run = Lint();
        run.Error.Should().StartWith("error: ").And.Contain("it is too long for that program");
        run.ExitCode.Should().Be(3, "a script was not judged");
        Read(run, "SC2154").Should().ContainSingle();
        File.ReadAllLines(Log).Should().ContainSingle().Which.Should().EndWith("-- 1");
    }

    [Test]
    public void Long_scripts_do_not_share_a_process()
    {
        WriteProgram();
        string script = new('a', AnalysisBudget.MaxShellCheckScriptLength - 1_000);
        _folder.Write(
            "Dockerfile",
            "FROM a:1\n" + string.Concat(Enumerable.Range(0, 6).Select(i => $"RUN {script}{i}\n"))
        );

        Lint();
        File.ReadAllLines(Log).Should().HaveCount(2);
    }

    [Test]
    public void Many_files_share_a_process_and_the_output_is_the_same_at_any_number_of_threads()
    {
        WriteProgram();
        for (int i = 0; i < 130; i++)
        {
            _folder.Write(
                string.Create(CultureInfo.InvariantCulture, $"Dockerfile.{i:000}"),
                $"FROM debian:13\nRUN @{i}\nRUN ls\n"
            );
        }

        CommandLineRun run = Lint("--jobs", "1");
        File.ReadAllLines(Log).Should().HaveCount(3, "a process takes 64 files");
        Read(run, "SC2154").Should().HaveCount(130);
        Lint("--jobs", "4").Output.Should().Be(run.Output);
    }

    [Test]
    public void A_script_that_many_files_share_is_judged_once()
    {
        WriteProgram();
        _folder.Write("a/Dockerfile", "FROM debian:13\nRUN @x\nRUN ls\nRUN @x\n");
        _folder.Write("b/Dockerfile", "FROM debian:13\n\nRUN @x\n");

        Read(Lint(), "SC2154")
            .Select(line => line.Split(' ')[0])
            .Should()
            .Equal("a/Dockerfile:2:5", "a/Dockerfile:4:5", "b/Dockerfile:3:5");
        File.ReadAllLines(Log).Should().ContainSingle().Which.Should().EndWith(" -- 0 1");
    }

    [Test]
    public void Nothing_runs_where_there_is_no_script_and_where_it_is_off()
    {
        WriteProgram();
        _folder.Write("Dockerfile", "FROM debian:13\nRUN [\"@x\"]\nUSER 1000\n");
        Lint().ExitCode.Should().Be(0);

        _folder.Write("Dockerfile", "FROM debian:13\nRUN @x\nUSER 1000\n");
        Start("lint", "Dockerfile").ExitCode.Should().Be(0);
        Start("hadolint", "--shellcheck", "off", "Dockerfile").Output.Should().BeEmpty();
        File.Exists(Log).Should().BeFalse();
    }

    [Test]
    public void It_serves_in_hadolints_place()
    {
        WriteProgram();
        _folder.Write(
            "Dockerfile",
            "FROM debian:13\nUSER 1000\nRUN @x\nWORKDIR /x\n# hadolint ignore=SC2154\nRUN @y\n"
        );

        Start("hadolint", "--shellcheck", _tools["shellcheck"], "Dockerfile")
            .Output.Should()
            .Be("Dockerfile:3 SC2154 warning: It is '@'.\n");
        Start("hadolint", "--shellcheck", _tools["shellcheck"], "--ignore", "SC2154", "Dockerfile")
            .Output.Should()
            .BeEmpty();
        Start("hadolint", "--shellcheck", _tools["shellcheck"], "--error", "SC2154", "Dockerfile")
            .Output.Should()
            .Contain("SC2154 error");
        _folder.Write(".hadolint.yaml", "ignored: [SC2154]\n");
        Start("hadolint", "--shellcheck", _tools["shellcheck"], "Dockerfile").Output.Should().BeEmpty();
    }

    [Test]
    public void Selection_knows_its_numbers()
    {
        WriteProgram();
        _folder.Write("Dockerfile", "FROM debian\nRUN @x\n");

        Read(Lint("--select", "SC2154"), "").Should().HaveCount(1);
        Read(Lint("--select", "DL3002"), "SC").Should().BeEmpty();
        Read(Lint("--ignore", "sc2154"), "SC").Should().BeEmpty();
        Lint("--ignore", "SC21").ExitCode.Should().Be(2);
        Start("explain", "SC2154").Output.Should().StartWith("# SC2154: unassigned-variable");
        Start("rules", "--format", "json").Output.Should().Contain("DL3002").And.Contain("SC2154");
    }

    [Test]
    public void A_program_that_nobody_named_is_not_run()
    {
        WriteProgram();
        _folder.Write("Dockerfile", "FROM debian:13\nRUN @x\n");

        CommandLineRun run = Start("lint", "--shellcheck", "auto", "--format", "json");
        run.Output.Should().Be(Start("lint", "--format", "json").Output).And.NotContain("SC2154");
        File.Exists(Log).Should().BeFalse();
    }

    [Test]
    public void Its_findings_stand_for_ours_of_the_same_number_and_place()
    {
        WriteProgram();
        _folder.Write("Dockerfile", "FROM debian:13\nRUN source @x\nUSER 1\n");

        Read(Start("lint", "--format", "json"), "SC").Should().ContainSingle().Which.Should().Contain("'source @x'");
        Read(Lint(), "SC").Should().HaveCount(2, "what it lacks is ours");
        Read(Lint("--select", "SC3046"), "SC").Should().ContainSingle();
    }

    [TestCase("lint")]
    [TestCase("hadolint")]
    public void Without_it_nothing_is_found_under_its_numbers(string command)
    {
        _folder.Write("Dockerfile", "FROM debian:13\nRUN source x && echo `y`\n");

        Start(command, "Dockerfile").Output.Should().Contain("SC3046");
        Start(command, "--shellcheck", "off", "Dockerfile").Output.Should().NotContain("SC");
    }

    [Test]
    public void A_path_that_is_named_must_work()
    {
        _folder.Write("Dockerfile", "FROM debian:13\nRUN @x\n");
        Start("lint", "--shellcheck", "missing").ExitCode.Should().Be(2);
        Start("lint", "--shellcheck", "").ExitCode.Should().Be(2);
        Start("hadolint", "--shellcheck", "missing", "Dockerfile").ExitCode.Should().Be(1);

        WriteProgram("echo something else");
        CommandLineRun run = Start("lint", "--shellcheck", _tools["shellcheck"]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("it does not say its version as ShellCheck does");
    }

    [TestCase("echo something else", "does not say its version")]
    [TestCase("echo version: 0.4.6", "its version 0.4.6 is older than 0.7.0")]
    [TestCase("echo no such library >&2; exit 127", "it ended with 127, no such library")]
    public void A_program_that_does_not_work_is_refused(string program, string reason)
    {
        WriteProgram(program);
        _folder.Write("a/Dockerfile", "FROM debian:13\nRUN @x\nUSER 1\n");

        CommandLineRun run = Lint();
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(reason);
    }

    [Test]
    public void A_script_that_the_program_cannot_bear_costs_its_own_file_only()
    {
        WriteProgram();
        for (char name = 'a'; name <= 'k'; name++)
        {
            _folder.Write(
                $"{name}.Dockerfile",
                name == 'e' ? "FROM debian\nRUN @x\nRUN poison\n" : "FROM debian\nRUN @x\n"
            );
        }

        CommandLineRun run = Lint();
        Read(run, "SC2154").Should().HaveCount(10);
        run.Error.Should()
            .Be(
                "info: 'ShellCheck' could not check a script in 'e.Dockerfile': 'it ended with 9, bad'. Simplify the "
                    + "script.\n"
            );
        Read(run, "DL3006").Should().HaveCount(11);
    }

    [TestCase("echo no json")]
    [TestCase("echo '[]'")]
    [TestCase("echo '{\"comments\":[1]}'")]
    [TestCase("echo '{\"comments\":[{\"file\":\"7\"}]}'")]
    [TestCase("exit 4")]
    [TestCase("kill $$")]
    public void An_answer_that_is_none_is_told_and_ends_no_run(string answer)
    {
        WriteProgram($"if [ \"$1\" = --version ]; then echo version: 0.9.0; exit; fi; {answer}");
        _folder.Write("Dockerfile", "FROM debian:13\nRUN @x\nRUN y\nUSER 1\n");

        CommandLineRun run = Lint();
        run.Error.Should()
            .StartWith("info: 'ShellCheck' could not check a script in 'Dockerfile'")
            .And.HaveLength(run.Error.IndexOf('\n', StringComparison.Ordinal) + 1);
        run.ExitCode.Should().Be(0);
    }

    [Test]
    public void A_program_that_does_not_end_is_ended()
    {
        WriteProgram("sleep 600 & sleep 600");
        using var process = new ExternalProgram(_tools["shellcheck"]);

        ProgramOutput output = process.Run(_tools.Path, [], TimeSpan.FromMilliseconds(200));
        output.Failure.Should().Be("it did not end in 1 s");
        output.IsLimit.Should().BeTrue("a script can be made to take long");
    }

    [Test]
    public void A_program_whose_caller_gives_up_is_ended()
    {
        WriteProgram("sleep 600 & sleep 600");
        using var process = new ExternalProgram(_tools["shellcheck"]);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        Action run = () => process.Run(_tools.Path, [], TimeSpan.FromMinutes(10), source.Token);

        run.Should().Throw<OperationCanceledException>();
    }

    [TestCase("", 0)]
    [TestCase(Finding, 1)]
    [TestCase(Finding + "," + Finding, 2)]
    public void The_format_json1_is_read(string comments, int count)
    {
        FileAnalysis analysis = new Linter().Analyze(
            Project.Create().WithDocument("Dockerfile", "FROM a\nRUN rm @x\n"),
            "Dockerfile"
        );

        ShellCheckJson
            .Read(Encoding.UTF8.GetBytes($"{{\"comments\":[{comments}]}}"), analysis.Scripts)!
            .Value.Should()
            .HaveCount(count);
    }

    [TestCase("\"0\"", "\"1\"")]
    [TestCase("\"0\"", "\"-1\"")]
    [TestCase("\"0\"", "0")]
    [TestCase("\"warning\"", "\"fatal\"")]
    [TestCase("2154", "99999")]
    [TestCase("2154", "\"2154\"")]
    [TestCase("\"It is '@'.\"", "null")]
    [TestCase("\"message\"", "\"text\"")]
    [TestCase("}", "")]
    public void What_is_not_its_format_is_refused(string old, string replacement)
    {
        FileAnalysis analysis = new Linter().Analyze(
            Project.Create().WithDocument("Dockerfile", "FROM a\nRUN rm @x\n"),
            "Dockerfile"
        );
        string json = $"{{\"comments\":[{Finding.Replace(old, replacement, StringComparison.Ordinal)}]}}";

        ShellCheckJson.Read(Encoding.UTF8.GetBytes(json), analysis.Scripts).Should().BeNull();
    }

    [Test]
    public void Sarif_has_it_as_an_extension()
    {
        WriteProgram();
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write(".git/refs/heads/main", "0123456789abcdef0123456789abcdef01234567\n");
        _folder.Write(".git/config", "[remote \"origin\"]\n\turl = https://example.com/shop.git\n");
        _folder.Write("Dockerfile", "FROM debian:13 AS shop\nRUN ls \\\n  && rm @x\n");
        _folder.Write(".hadolint.yaml", "override:\n  error: [SC2154]\n");
        string log = Lint("--format", "sarif", "--select", "SC2154").Output;

        // The version is that of the build.
        using JsonDocument document = JsonDocument.Parse(log);
        JsonElement tool = document.RootElement.GetProperty("runs")[0].GetProperty("tool");
        Expected.VerifyJson(
            "shellcheck.sarif.json",
            Encoding.UTF8.GetBytes(
                $"{{\"results\":{document.RootElement.GetProperty("runs")[0].GetProperty("results")},"
                    + $"\"extensions\":{tool.GetProperty("extensions")}}}"
            )
        );

        byte[] bytes = Encoding.UTF8.GetBytes(log);
        SarifCheck.FindProblems(bytes).Should().BeEmpty();
        SarifValidator.Verify(bytes);
    }

    /// <summary>The real program, or no case where it is not installed.</summary>
    private static IEnumerable<string> InstalledPrograms() =>
        ExternalProgram.Find("shellcheck", Environment.GetEnvironmentVariable("PATH")) is { } program ? [program] : [];

    [TestCaseSource(nameof(InstalledPrograms))]
    public void ShellCheck_itself_answers(string program)
    {
        _folder.Write(
            "Dockerfile",
            "FROM debian:13\nARG known\nRUN echo $known \\\n  # a comment\n  'é😀' $unknown\nRUN <<EOF\n# shellcheck "
                + "disable=SC2154\necho $other\necho `ls`\nEOF\nSHELL [\"/bin/bash\", \"-c\"]\nRUN [[ -n \"$known\" "
                + "]]\nUSER 1000\n"
        );
        CommandLineRun run = Start("lint", "--shellcheck", program, "--format", "json");

        run.Error.Should().BeEmpty();
        Read(run, "SC")
            .Select(line => line.Split(' ')[0])
            .Should()
            .Contain(["Dockerfile:5:9", "Dockerfile:8:6", "Dockerfile:9:6"])
            .And.NotContain("Dockerfile:3:10", "an ARG has a value")
            .And.NotContain(place => place.StartsWith("Dockerfile:12", StringComparison.Ordinal));
        Read(run, "SC2154").Should().ContainSingle().Which.Should().StartWith("Dockerfile:5:9 warning ");
        Read(run, "SC2006").Should().ContainSingle().Which.Should().StartWith("Dockerfile:9:6 style ");
    }

    /// <summary>Place, severity and message of the findings whose rule starts with a text.</summary>
    private static IEnumerable<string> Read(CommandLineRun run, string rule)
    {
        using JsonDocument report = JsonDocument.Parse(run.Output);
        return
        [
            .. from file in report.RootElement.GetProperty("files").EnumerateArray()
            from finding in file.GetProperty("diagnostics").EnumerateArray()
            let start = finding.GetProperty("start")
            where finding.GetProperty("rule").GetString()!.StartsWith(rule, StringComparison.Ordinal)
            select $"{file.GetProperty("path")}:{start.GetProperty("line")}:{start.GetProperty("column")} "
                + $"{finding.GetProperty("severity")} {finding.GetProperty("message")}",
        ];
    }

    private CommandLineRun Lint(params string[] args) =>
        Start([
            "lint",
            "--shellcheck",
            _tools["shellcheck"],
            .. args.Contains("--format") ? args : ["--format", "json", .. args],
        ]);

    private CommandLineRun Start(params string[] args) => Start(args, _tools.Path);

    private CommandLineRun Start(string[] args, string searchPath) =>
        CommandLineRun.Start(
            _folder.Path,
            args,
            standardInput: "",
            variables: new Dictionary<string, string> { ["PATH"] = searchPath }
        );

    private void WriteProgram() =>
        WriteProgram(
            $$"""
            if [ "$1" = --version ]; then printf 'ShellCheck - test\nversion: 0.9.9\n'; exit; fi
            echo "$*" >>'{{Log}}'
            while [ "$1" != -- ]; do shift; done
            shift
            comments=
            for file do
              if grep -q poison "$file"; then echo bad >&2; exit 9; fi
              line=$(grep -n @ "$file" | cut -d : -f 1)
              [ -n "$line" ] || continue
              column=$(awk 'index($0, "@") { print index($0, "@"); exit }' "$file")
              comments="$comments,{\"file\":\"$file\",\"line\":$line,\"endLine\":$line,\"column\":$column,\"endColumn\":$((column + 2)),\"level\":\"warning\",\"code\":2154,\"message\":\"It is '@'.\",\"fix\":null}"
            done
            echo "{\"comments\":[${comments#,}]}"
            [ -z "$comments" ]
            """
        );

    /// <summary>Writes the program that is run in ShellCheck's place.</summary>
    private void WriteProgram(string script)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The program is a shell script.");
            return;
        }

        _tools.Write("shellcheck", "#!/bin/sh\n" + script + "\n");
        _tools.MakeExecutable("shellcheck");
    }
}
