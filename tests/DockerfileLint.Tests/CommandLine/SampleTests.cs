using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DockerfileLint.CommandLine;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public class SampleTests
{
    private static readonly string[] ShownRules =
    [
        "DC1000",
        "DC2001",
        "DC2002",
        "DC2003",
        "DC2008",
        "DC2009",
        "DC3001",
        "DC3002",
        "DC3003",
        "DC3020",
        "DC5007",
        "DL1000",
        "DL1007",
        "DL3000",
        "DL3002",
        "DL3004",
        "DL3006",
        "DL3007",
        "DL3020",
        "DL3025",
        "DL4000",
        "DL5001",
        "DL5016",
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
        IEnumerable<string?> found = report
            .RootElement.GetProperty("files")
            .EnumerateArray()
            .SelectMany(file => file.GetProperty("diagnostics").EnumerateArray())
            .Select(diagnostic => diagnostic.GetProperty("rule").GetString());

        run.ExitCode.Should().Be(1);
        found.Should().Contain(ShownRules);
    }

    [TestCase("vulnerable", "text", "vulnerable.txt")]
    [TestCase("vulnerable", "sarif", "vulnerable.sarif")]
    [TestCase("clean", "text", "clean.txt")]
    public void The_reports_beside_the_samples_are_what_the_linter_says(string sample, string format, string expected)
    {
        // Away from the repository, so that its commit does not show in the report.
        using var folder = new TemporaryFolder();
        string source = Path.Combine(RepositoryFiles.Root, "samples", sample);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            folder.Write("samples/" + sample + "/" + Path.GetRelativePath(source, file), File.ReadAllText(file));
        }

        CommandLineRun run = CommandLineRun.Start(folder.Path, "samples", "--format", format);
        string actual = run.Output.Replace(ToolVersion.Current, "0.0.0", StringComparison.Ordinal);
        if (format == "sarif")
        {
            // On lines of its own, a change can be reviewed.
            actual =
                JsonNode
                    .Parse(actual)!
                    .ToJsonString(
                        new JsonSerializerOptions
                        {
                            WriteIndented = true,
                            NewLine = "\n",
                            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                        }
                    ) + "\n";
        }

        string path = Path.Combine(RepositoryFiles.Root, "samples", "expected", expected);
        if (Environment.GetEnvironmentVariable("UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(path, actual);
        }

        actual
            .Should()
            .Be(
                File.ReadAllText(path).ReplaceLineEndings("\n"),
                "samples/expected is what users compare with; run the tests once with UPDATE_BASELINES=1 and review "
                    + "the difference"
            );
    }
}
