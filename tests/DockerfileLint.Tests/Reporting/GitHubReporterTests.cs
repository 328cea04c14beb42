using DockerfileLint.Analysis;
using DockerfileLint.Reporting;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

/// <summary>Workflow commands, read back as the runner of GitHub Actions reads a line of a log.</summary>
internal sealed class GitHubReporterTests
{
    private static readonly string[] Levels = ["error", "warning", "notice"];

    [Test]
    public void The_most_severe_findings_come_first()
    {
        string[] levels = [.. Read(Sample.PlainRun()).Select(command => command.Name)];

        levels.Should().BeEquivalentTo("error", "error", "warning", "notice", "notice");
        levels.Should().BeInAscendingOrder(Comparer<string>.Create((a, b) => Rank(a).CompareTo(Rank(b))));

        static int Rank(string level) => Array.IndexOf(Levels, level);
    }

    [Test]
    public void A_command_has_the_place_the_rule_and_what_to_do()
    {
        Command command = Read(Sample.PlainRun()).Single(command => command.Properties["file"] == "compose.yaml");

        command.Name.Should().Be("error");
        command
            .Properties.Should()
            .Equal(
                new Dictionary<string, string>
                {
                    ["file"] = "compose.yaml",
                    ["line"] = "4",
                    ["endLine"] = "4",
                    ["col"] = "5",
                    ["endColumn"] = "21",
                    ["title"] = "TL2001 privileged-service",
                }
            );
        command
            .Data.Should()
            .Be(
                "Service 'web' sets 'privileged' and runs this image as root. Remove 'privileged: true', or set a user "
                    + "in the image."
            );
    }

    [Test]
    public void Columns_are_left_out_where_a_finding_has_several_lines() =>
        Read(Sample.PlainRun())
            .Single(command => command.Properties["title"] == "TL3001 package-cache-kept")
            .Properties.Should()
            .NotContainKeys("col", "endColumn");

    [Test]
    public void Nothing_in_a_file_or_a_path_becomes_a_command_or_a_property()
    {
        FileResult[] files = [.. Sample.HostileRun()];
        Command[] commands = [.. Read(files)];

        int expected = files.Sum(file => file.Findings.Count(finding => finding.IsCounted) + file.Notifications.Length);
        commands.Should().HaveCount(expected);
        string[] paths = [.. files.Select(file => VisibleText.Escape(file.Path))];
        foreach (Command command in commands)
        {
            Levels.Should().Contain(command.Name);
            paths.Should().Contain(command.Properties["file"]);
            command.Properties.Keys.Should().BeSubsetOf(["file", "line", "endLine", "col", "endColumn", "title"]);
        }
    }

    [Test]
    public void What_is_suppressed_is_no_command() =>
        Read(Sample.PlainRun()).Should().NotContain(command => command.Data.Contains("漢字"));

    /// <summary>The commands in a report; the last line is for people.</summary>
    private static IEnumerable<Command> Read(IEnumerable<FileResult> files)
    {
        string[] lines = GitHubReport.ToString(files).TrimEnd('\n').Split('\n');
        lines[^1].Should().MatchRegex(@"^(\d+|No) findings? ");
        foreach (string line in lines[..^1])
        {
            yield return Parse(line);
        }
    }

    /// <summary>Takes a line apart: <c>::name key=value,key=value::data</c>, with escapes in values.</summary>
    private static Command Parse(string line)
    {
        line.Should().StartWith("::");
        int end = line.IndexOf("::", 2, StringComparison.Ordinal);
        string[] head = line[2..end].Split(' ', 2);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string property in head[1].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = property.Split('=', 2);
            properties.Add(pair[0], Unescape(pair[1].Replace("%3A", ":").Replace("%2C", ",")));
        }

        return new Command(head[0], properties, Unescape(line[(end + 2)..]));
    }

    private static string Unescape(string text) => text.Replace("%0D", "\r").Replace("%0A", "\n").Replace("%25", "%");

    private sealed record Command(string Name, Dictionary<string, string> Properties, string Data);
}
