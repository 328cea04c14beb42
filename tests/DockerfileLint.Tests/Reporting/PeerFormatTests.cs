using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DockerfileLint.Analysis;
using DockerfileLint.Reporting;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

/// <summary>The formats that other tools define.</summary>
internal sealed class PeerFormatTests
{
    private static readonly Dictionary<string, Func<Stream, IReporter>> Formats = new(StringComparer.Ordinal)
    {
        ["checkstyle.xml"] = stream => new CheckstyleReporter(stream),
        ["junit.xml"] = stream => new JUnitReporter(stream),
        ["junit-hadolint.xml"] = stream => new JUnitReporter(stream, new JUnitOptions { ToolId = "hadolint" }),
        ["gitlab.json"] = stream => new GitLabReporter(stream),
        ["gitlab-hadolint.json"] = stream => new GitLabReporter(
            stream,
            new GitLabOptions { UsesHadolintSeverities = true }
        ),
        ["sonarqube.json"] = stream => new SonarQubeReporter(stream),
        ["sonarqube-hadolint.json"] = stream => new SonarQubeReporter(
            stream,
            new SonarQubeOptions { EngineId = "Hadolint", HasVulnerabilities = false }
        ),
        ["hadolint.json"] = stream => new HadolintJsonReporter(stream),
        ["codeclimate.txt"] = stream => new CodeClimateReporter(stream),
        ["codacy.txt"] = stream => new CodacyReporter(stream),
        ["tty.txt"] = stream => new HadolintTextReporter(CreateWriter(stream)),
        ["gnu.txt"] = stream => new GnuReporter(CreateWriter(stream)),
        ["github.txt"] = stream => new GitHubReporter(CreateWriter(stream)),
        ["msbuild.txt"] = stream => new MSBuildReporter(CreateWriter(stream)),
        ["markdown.md"] = stream => new MarkdownReporter(CreateWriter(stream)),
    };

    private static IEnumerable<string> Names => Formats.Keys;

    [TestCaseSource(nameof(Names))]
    public void A_plain_run_is_written_as_reviewed(string name)
    {
        byte[] report = Write(name, Sample.PlainRun());
        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            Expected.VerifyJson(name, report);
        }
        else
        {
            // The byte that ends an object has no picture in a text file.
            Expected.Verify(name, Encoding.UTF8.GetString(report).Replace("\0", "<NUL>\n", StringComparison.Ordinal));
        }
    }

    [TestCaseSource(nameof(Names))]
    public void A_hostile_run_stays_well_formed_and_the_same(string name)
    {
        byte[] report = Write(name, Sample.HostileRun());
        string text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(
            report
        );

        Write(name, Sample.HostileRun()).Should().Equal(report);
        text.Where(c => char.IsControl(c) && c != '\n' && !(c == '\0' && name == "codeclimate.txt"))
            .Should()
            .BeEmpty("nothing may act on a terminal");
        text.Should().NotContainAny("\u202E", "\u2066", "\u2028");
        Parse(name, text).Should().BePositive();
    }

    [TestCaseSource(nameof(Names))]
    public void Nothing_linted_gives_an_empty_report(string name) =>
        Parse(name, Encoding.UTF8.GetString(Write(name, []))).Should().Be(0);

    [Test]
    public void Characters_that_XML_forbids_are_replaced() =>
        XmlReport.Clean("a\u0001\uFFFE\uFFFF\u000B").Should().Be("a\u2401\uFFFD\uFFFD\u240B");

    [Test]
    public void SonarQube_gets_ranges_inside_the_file_or_none()
    {
        FileResult[] files = [.. Sample.HostileRun()];
        using JsonDocument report = JsonDocument.Parse(Write("sonarqube.json", files));
        int ranges = 0;
        foreach (
            JsonElement location in report
                .RootElement.GetProperty("issues")
                .EnumerateArray()
                .Select(issue => issue.GetProperty("primaryLocation"))
        )
        {
            SourceText text = files
                .Single(file => file.Path.Replace('\uD800', '\uFFFD') == location.GetProperty("filePath").GetString())
                .File!.Text;
            if (!location.TryGetProperty("textRange", out JsonElement range))
            {
                text.Length.Should().Be(0);
                continue;
            }

            var start = new LinePosition(
                range.GetProperty("startLine").GetInt32() - 1,
                range.GetProperty("startColumn").GetInt32()
            );
            var end = new LinePosition(
                range.GetProperty("endLine").GetInt32() - 1,
                range.GetProperty("endColumn").GetInt32()
            );
            (start.Line < end.Line || start.Character < end.Character).Should().BeTrue();
            foreach (LinePosition place in (LinePosition[])[start, end])
            {
                place.Character.Should().BeLessThanOrEqualTo(text.GetLineSpan(place.Line).Length);
            }

            ranges++;
        }

        ranges.Should().BePositive();
    }

    [Test]
    public void Text_for_terminals_is_coloured_where_that_is_wanted()
    {
        using var writer = new StringWriter();
        var reporter = new HadolintTextReporter(writer, new TextOptions { Color = true });
        foreach (FileResult file in Sample.PlainRun())
        {
            reporter.Write(file);
        }

        writer.ToString().Should().Contain("\u001b[1mTL1001\u001b[0m \u001b[1;33mwarning\u001b[0m: ");
    }

    private static StreamWriter CreateWriter(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);

    private static byte[] Write(string name, IEnumerable<FileResult> files)
    {
        using var stream = new MemoryStream();
        IReporter reporter = Formats[name](stream);
        var totals = new LintTotals();
        foreach (FileResult file in files)
        {
            reporter.Write(file);
            totals.Add(file);
        }

        reporter.Complete(totals, exitCode: 1);
        return stream.ToArray();
    }

    /// <summary>Reads a report as its consumers do and gives the number of its entries.</summary>
    private static int Parse(string name, string text)
    {
        switch (Path.GetExtension(name))
        {
            case ".xml":
                return XDocument.Parse(text).Root!.Elements().Count();
            case ".json":
                using (JsonDocument document = JsonDocument.Parse(text))
                {
                    return (
                        document.RootElement.ValueKind == JsonValueKind.Array
                            ? document.RootElement
                            : document.RootElement.GetProperty("issues")
                    ).GetArrayLength();
                }

            case ".md":
                return text.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal));

            default:
                if (name == "github.txt")
                {
                    // The last line is for people.
                    text = text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)];
                }

                string[] entries = text.Split(
                    name == "codeclimate.txt" ? '\0' : '\n',
                    StringSplitOptions.RemoveEmptyEntries
                );
                if (name is "codeclimate.txt" or "codacy.txt")
                {
                    foreach (string entry in entries)
                    {
                        JsonDocument.Parse(entry).Dispose();
                    }
                }

                return entries.Length;
        }
    }
}
