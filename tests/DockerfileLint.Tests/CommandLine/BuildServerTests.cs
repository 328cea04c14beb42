using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DockerfileLint.CommandLine.Output;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>
/// Logs of build servers are command channels: no line that the tool prints is a command there, whatever the linted
/// files hold. The grammars are those of the servers' own readers.
/// </summary>
internal sealed class BuildServerTests
{
    private const string Commands = "##vso[task.setvariable variable=x]y ##[add-mask]z ##teamcity[message] ##VSO[a]b";
    private static readonly string[] Markers = ["##[", "##vso[", "##teamcity["];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("lint")]
    [TestCase("lint --color always")]
    [TestCase("lint --format json")]
    [TestCase("lint --format sarif")]
    [TestCase("lint --format checkstyle")]
    [TestCase("lint --format gitlab")]
    [TestCase("lint --format junit")]
    [TestCase("lint --format sonarqube")]
    [TestCase("lint --format html")]
    [TestCase("lint --format markdown")]
    [TestCase("lint --format msbuild")]
    [TestCase("lint --format json --output out.json")]
    [TestCase("hadolint --verbose")]
    [TestCase("hadolint --format gnu")]
    [TestCase("hadolint --format json")]
    [TestCase("hadolint --format codeclimate")]
    [TestCase("hadolint --format checkstyle")]
    [TestCase("show syntax")]
    [TestCase("show model")]
    [Platform(Exclude = "Win", Reason = "Names cannot hold these characters there.")]
    public void No_line_of_output_is_a_command(string command)
    {
        string[] paths = ["::add-matcher::x/Dockerfile", "##[group]/Dockerfile", "  ::error::x/compose.yaml"];
        string dockerfile =
            $"# {Commands}\nFROM debian:##[x] AS ##vso[y]z\nRUN echo {Commands}; cd '::set-env::'\nUSER ::x\n"
            + $"EXPOSE ##[1]\nWORKDIR ##teamcity[x]\n::stop-commands::x\n##vso[a]b\n";
        foreach (string path in paths)
        {
            _folder.Write(path, path.EndsWith("yaml", StringComparison.Ordinal) ? Compose : dockerfile);
        }

        _folder.Write(".hadolint.yaml", $"'::x': '{Commands}'\n");
        string[] arguments = command.Split(' ');
        bool isShow = arguments[0] == "show";
        foreach (string[] named in isShow ? paths.Select(path => new[] { path }) : [paths])
        {
            CommandLineRun run = CommandLineRun.Start(_folder.Path, [arguments[0], .. arguments[1..], .. named]);

            FindCommands(run.Output).Should().BeEmpty();
            FindCommands(run.Error).Should().BeEmpty();
        }
    }

    [Test]
    public void A_message_that_is_wrapped_starts_no_command()
    {
        string words = string.Join(' ', Enumerable.Repeat("::error::x", 40));
        using var writer = new StringWriter();
        var reporter = new DockerfileLint.Reporting.TextReporter(
            writer,
            new DockerfileLint.Reporting.TextOptions { Width = 40 }
        );

        reporter.Write(
            DockerfileLint.Analysis.FileResult.Unreadable(
                "Dockerfile",
                DockerfileLint.Analysis.Languages.Language.Dockerfile,
                DockerfileLint.Text.UnreadableReason.Other,
                words
            )
        );

        writer.ToString().Should().Contain("::error::x");
        FindCommands(writer.ToString()).Should().BeEmpty();
    }

    [TestCase("explain", "::add-matcher::x")]
    [TestCase("explain", "##vso[x]y")]
    [TestCase("lint", "--select", "##[x]")]
    [TestCase("lint", "--no-such=##[x]")]
    [TestCase("lint", "--config", "##vso[x]")]
    [TestCase("lint", "##teamcity[x]")]
    [TestCase("lint", "::error::x")]
    [TestCase("show", "syntax", "##[x]")]
    public void No_error_is_a_command(params string[] arguments)
    {
        CommandLineRun run = CommandLineRun.Start(_folder.Path, arguments);

        run.ExitCode.Should().BePositive();
        FindCommands(run.Output + run.Error).Should().BeEmpty();
    }

    [Test]
    public void No_page_and_no_list_is_a_command()
    {
        string rules = CommandLineRun.Start(_folder.Path, "rules").Output;
        var text = new StringBuilder(rules);
        text.Append(CommandLineRun.Start(_folder.Path, "rules", "--format", "markdown").Output);
        foreach (string rule in rules.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(CommandLineRun.Start(_folder.Path, "explain", rule.Split(' ')[0]).Output);
        }

        FindCommands(text.ToString()).Should().BeEmpty();
    }

    [TestCase("json")]
    [TestCase("checkstyle")]
    public void A_parser_reads_what_was_meant(string format)
    {
        const string Text = "# ## ### a##[b ##vso[c] ##teamcity[d] ##v ##";
        using var output = new MemoryStream();
        using (Stream stream = LogSafeStream.For(format, output))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(format == "json" ? $"\"{Text}\"" : $"<a b=\"{Text}\" />");
            foreach (byte value in bytes)
            {
                stream.WriteByte(value);
            }

            stream.Flush();
        }

        string written = Encoding.UTF8.GetString(output.ToArray());
        FindCommands(written).Should().BeEmpty();
        string? read =
            format == "json"
                ? JsonSerializer.Deserialize<string>(written)
                : (string?)XElement.Parse(written).Attribute("b");
        read.Should().Be(Text);
    }

    private static string Compose =>
        $"# {Commands}\nservices:\n  '::x':\n    image: 'debian:##[x]'\n    privileged: true\n    pid: '{Commands}'\n"
        + "    extends: {file: '##vso[x]y', service: '::x'}\n    build: 'https://##teamcity[x]'\n";

    /// <summary>The lines that GitHub Actions, Azure Pipelines or TeamCity would execute.</summary>
    private static IEnumerable<string> FindCommands(string log)
    {
        foreach (string line in log.Split('\n', '\r'))
        {
            // GitHub trims a line by Unicode; all compare in ways that may overlook joiners.
            string seen = line.Replace("\u200D", "", StringComparison.Ordinal)
                .Replace("\u200C", "", StringComparison.Ordinal);
            if (
                seen.TrimStart().StartsWith("::", StringComparison.Ordinal)
                || Array.Exists(Markers, marker => seen.Contains(marker, StringComparison.OrdinalIgnoreCase))
            )
            {
                yield return line;
            }
        }
    }
}
