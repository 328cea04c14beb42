using System.Text;
using System.Text.Json;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>Findings that are known when a project starts do not fail it; new ones do.</summary>
internal sealed class BaselineTests
{
    private const string Findings = "FROM debian:13\nRUN sudo a\nUSER 1\nCMD a\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        _folder.Write("b/Dockerfile", Findings);
        _folder.Write("a/Dockerfile", "FROM debian:13\n# hadolint ignore=DL3004\nRUN sudo a\nUSER 1\nCMD [\"a\"]\n");
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void It_is_a_sorted_text_of_what_counts()
    {
        CommandLineRun run = Start("--write-baseline", "known.txt", "--select", "DL3004,DL3025");

        run.ExitCode.Should().Be(0, "what is written is known from now on");
        run.Output.Should().Contain("DL3004", "it is reported all the same");
        string[] lines = File.ReadAllLines(_folder["known.txt"]);
        lines[0].Should().StartWith("# dockerfile-lint baseline, format 1");
        lines[2..].Should().HaveCount(4).And.StartWith(["", "b/Dockerfile"]);
        lines[4].Should().MatchRegex("^  DL3004 [0-9a-f]{16} .*sudo");
        lines[5].Should().MatchRegex("^  DL3025 [0-9a-f]{16} ");
    }

    [Test]
    public void Only_new_findings_fail_and_are_shown()
    {
        Start("--write-baseline", "known.txt");

        CommandLineRun known = Start("--baseline", "known.txt");
        known.ExitCode.Should().Be(0);
        known.Output.Should().NotContain("DL3004").And.Contain("in the baseline");
        known.Error.Should().BeEmpty();
        _folder.Write(
            "b/Dockerfile",
            "# moved\n\nFROM debian:13\nWORKDIR /b\nRUN   sudo a\nEXPOSE 22\nUSER 1\nCMD a\n"
        );

        CommandLineRun run = Start("--baseline", "known.txt", "--select", "DL3004,DL3025,DL5014");
        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("b/Dockerfile:6:").And.NotContain("b/Dockerfile:5:").And.NotContain("DL3025");
    }

    [Test]
    public void What_no_longer_occurs_is_told_unless_its_file_was_not_linted()
    {
        Start("--write-baseline", "known.txt", "--select", "DL3004,DL3025");
        _folder.Write("b/Dockerfile", "FROM debian:13\nUSER 1\nCMD a\n");

        Start("--baseline", "known.txt")
            .Error.Should()
            .Be("note: b/Dockerfile: DL3004 is in the baseline and no longer occurs.\n");
        CommandLineRun.Start(_folder.Path, "a", "--baseline", "known.txt").Error.Should().BeEmpty("nobody looked at b");
        File.Delete(_folder["b/Dockerfile"]);
        Start("--baseline", "known.txt").Error.Should().Contain("DL3004").And.Contain("DL3025");
        Start("--baseline", "known.txt", "--quiet").Error.Should().BeEmpty();
    }

    [Test]
    public void Reports_tell_new_findings_from_known_ones()
    {
        Start("--write-baseline", "known.txt", "--select", "DL3004");
        string[] selection = ["--baseline", "known.txt", "--select", "DL3004,DL3025"];

        using JsonDocument sarif = JsonDocument.Parse(Start([.. selection, "--format", "sarif"]).Output);
        sarif
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .Select(result => $"{result.GetProperty("ruleId")} {result.GetProperty("baselineState")}")
            .Should()
            .Equal("DL3004 unchanged", "DL3025 new");
        using JsonDocument json = JsonDocument.Parse(Start([.. selection, "--format", "json"]).Output);
        json.RootElement.GetProperty("summary").GetProperty("baselined").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("summary").GetProperty("findings").GetInt32().Should().Be(1);
        Start([.. selection, "--format", "junit"]).Output.Should().Contain("DL3025").And.NotContain("DL3004");
    }

    [Test]
    public void SARIF_has_what_no_longer_occurs_as_absent()
    {
        Start("--write-baseline", "known.txt", "--select", "DL3004,DL3025");
        _folder.Write("b/Dockerfile", "FROM debian:13\nUSER 1\nCMD a\n");

        string log = Start("--baseline", "known.txt", "--format", "sarif", "--select", "DL3004,DL3025").Output;
        using JsonDocument sarif = JsonDocument.Parse(log);
        JsonElement run = sarif.RootElement.GetProperty("runs")[0];
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        results
            .Select(result => $"{result.GetProperty("ruleId")} {result.GetProperty("baselineState")}")
            .Should()
            .Equal("DL3025 unchanged", "DL3004 absent");
        JsonElement absent = results[1];
        (absent.GetProperty("kind").GetString(), absent.GetProperty("level").GetString()).Should().Be(("pass", "none"));
        absent.GetProperty("message").GetProperty("text").GetString().Should().Contain("sudo");
        absent.GetProperty("partialFingerprints").GetProperty("dockerfileLint/v1").GetString().Should().HaveLength(16);
        absent
            .GetProperty("locations")[0]
            .GetProperty("physicalLocation")
            .GetProperty("artifactLocation")
            .GetProperty("uri")
            .GetString()
            .Should()
            .Be("b/Dockerfile");
        run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")[absent.GetProperty("ruleIndex").GetInt32()]
            .GetProperty("id")
            .GetString()
            .Should()
            .Be("DL3004");
        SarifCheck.FindProblems(Encoding.UTF8.GetBytes(log)).Should().BeEmpty();
    }

    [Test]
    public void Paths_of_any_form_are_told_apart()
    {
        _folder.Write("# x/Dockerfile", Findings);
        _folder.Write(" y/Dockerfile", Findings);
        Start("--write-baseline", "known.txt").ExitCode.Should().Be(0);

        Start("--baseline", "known.txt").ExitCode.Should().Be(0);
        File.WriteAllText(
            _folder["known.txt"],
            File.ReadAllText(_folder["known.txt"]).Replace("./# x", "./# z", StringComparison.Ordinal)
        );
        Start("--baseline", "known.txt").ExitCode.Should().Be(1);
    }

    [TestCase("", "the first line must start with '# dockerfile-lint baseline, format 1'")]
    [TestCase("# dockerfile-lint baseline, format 1\n  DL3004 0123456789abcdef a\n", "line 2")]
    [TestCase("# dockerfile-lint baseline, format 1\na\n  DL3004 a\n", "line 3")]
    public void What_is_no_baseline_is_wrong_usage(string text, string problem)
    {
        _folder.Write("known.txt", text);
        CommandLineRun run = Start("--baseline", "known.txt");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("known.txt").And.Contain(problem);
        Start("--baseline", "gone.txt").Error.Should().Contain("--write-baseline makes one");
    }

    private CommandLineRun Start(params string[] args) => CommandLineRun.Start(_folder.Path, [".", .. args]);
}
