using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public class SampleTests
{
    private static readonly string[] ShownRules =
    [
        "DC1000", "DC2001", "DC2002", "DC2003", "DC2008", "DC2009", "DC3001", "DC3002", "DC3003", "DC4001", "DC4002", "DC4003", "DC5007",
        "DL1000", "DL1007", "DL3000", "DL3002", "DL3004", "DL3006", "DL3007", "DL3020", "DL3025", "DL4000", "DL5001", "DL5016",
    ];

    [Test]
    public void The_clean_sample_has_no_findings()
    {
        CommandLineRun run = CommandLineRun.Start(RepositoryFiles.Root, "samples/clean");

        run.Output.Should().Be("No findings in 2 files\n");
        run.ExitCode.Should().Be(0);
    }

    [Test]
    public void The_vulnerable_sample_shows_every_family_of_rules()
    {
        CommandLineRun run = CommandLineRun.Start(RepositoryFiles.Root, "samples/vulnerable", "--format", "json");
        using JsonDocument report = JsonDocument.Parse(run.Output);
        IEnumerable<string?> found = report.RootElement.GetProperty("files").EnumerateArray()
            .SelectMany(file => file.GetProperty("diagnostics").EnumerateArray())
            .Select(diagnostic => diagnostic.GetProperty("rule").GetString());

        run.ExitCode.Should().Be(1);
        found.Should().Contain(ShownRules);
    }
}
