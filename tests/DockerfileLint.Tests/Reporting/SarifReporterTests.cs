using System.Globalization;
using System.Text;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class SarifReporterTests
{
    [Test]
    public void A_plain_run_is_written_as_reviewed() =>
        Expected.VerifyJson("plain.sarif", Sample.ToSarif(Sample.PlainRun(), Sample.Options, exitCode: 3));

    [Test]
    public void A_run_with_every_option_is_written_as_reviewed()
    {
        SarifOptions options = Sample.Options with
        {
            IncludeSuppressed = true,
            Category = "images",
            RootUri = new Uri("file:///src/my%20project"),
        };
        Expected.VerifyJson("options.sarif", Sample.ToSarif(Sample.PlainRun(), options, exitCode: 3));
    }

    [TestCase(Severity.Error, 70, "7.0")]
    [TestCase(Severity.Warning, 55, "5.5")]
    [TestCase(Severity.Info, 39, "3.9")]
    public void The_weight_for_security_agrees_with_the_level(Severity severity, double rank, string weight)
    {
        var file = new SourceFile("Dockerfile", SourceText.From("USER root\n"));
        var diagnostic = new Diagnostic(
            Sample.Root,
            Sample.Find(file, "USER root"),
            new DiagnosticMessage(Sample.Root.Messages[0], "api", "root")
        );
        JsonElement run = Parse(
            Sample.ToSarif([Sample.Result(file, Language.Dockerfile, diagnostic.ToFinding(severity))], Sample.Options)
        );

        run.GetProperty("results")[0].GetProperty("rank").GetDouble().Should().Be(rank);
        run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")[0]
            .GetProperty("properties")
            .GetProperty("security-severity")
            .GetString()
            .Should()
            .Be(weight);
    }

    [Test]
    public void A_stage_without_a_name_has_its_number_and_its_base()
    {
        FileResult file = new Linter().Lint(
            "Dockerfile",
            "ARG TAG=13\nFROM debian:$TAG\nRUN sudo a\nFROM a AS b\nRUN sudo a\n"
        );
        JsonElement run = Parse(Sample.ToSarif([file], Sample.Options));

        FindAll(run.GetProperty("results"), "logicalLocations")
            .Select(locations => locations[0])
            .Select(stage => $"{stage.GetProperty("name")}, {stage.GetProperty("fullyQualifiedName")}")
            .Distinct()
            .Should()
            .BeEquivalentTo("0 (debian:13), stage:0", "b, stage:b");
    }

    [Test]
    public void Two_runs_give_the_same_bytes() =>
        Sample
            .ToSarif(Sample.HostileRun(), Sample.Options)
            .Should()
            .Equal(Sample.ToSarif(Sample.HostileRun(), Sample.Options));

    [Test]
    public void Snippets_offsets_and_lines_denote_the_same_text()
    {
        foreach (IEnumerable<FileResult> run in new[] { Sample.PlainRun(), Sample.HostileRun() })
        {
            FileResult[] files = [.. run];
            JsonElement log = Parse(Sample.ToSarif(files, Sample.Options with { IncludeSuppressed = true }));
            JsonElement artifacts = log.GetProperty("artifacts");
            int regions = 0;
            foreach (JsonElement location in FindAll(log.GetProperty("results"), "physicalLocation"))
            {
                JsonElement artifact = location.GetProperty("artifactLocation");
                int index = artifact.GetProperty("index").GetInt32();
                artifacts[index]
                    .GetProperty("location")
                    .GetProperty("uri")
                    .GetString()
                    .Should()
                    .Be(artifact.GetProperty("uri").GetString());
                SourceText text = files[index].File!.Text;
                foreach (string name in new[] { "region", "contextRegion" })
                {
                    if (
                        location.TryGetProperty(name, out JsonElement region)
                        && region.TryGetProperty("charOffset", out JsonElement offset)
                    )
                    {
                        CheckRegion(
                            text,
                            region,
                            new TextSpan(offset.GetInt32(), region.GetProperty("charLength").GetInt32())
                        );
                        regions++;
                    }
                }
            }

            regions.Should().BeGreaterThan(10);
        }
    }

    [Test]
    public void Context_is_larger_than_its_region()
    {
        foreach (JsonElement location in FindHostileLocations())
        {
            JsonElement region = location.GetProperty("region");
            JsonElement context = location.GetProperty("contextRegion");
            if (context.TryGetProperty("charOffset", out JsonElement offset))
            {
                int start = region.GetProperty("charOffset").GetInt32();
                int length = region.GetProperty("charLength").GetInt32();
                int contextLength = context.GetProperty("charLength").GetInt32();
                offset.GetInt32().Should().BeLessThanOrEqualTo(start);
                (offset.GetInt32() + contextLength).Should().BeGreaterThanOrEqualTo(start + length);
                contextLength.Should().BeGreaterThan(length);
            }
        }
    }

    [Test]
    public void A_region_is_empty_only_in_an_empty_file()
    {
        foreach (JsonElement location in FindHostileLocations())
        {
            bool isFirstFile = location.GetProperty("artifactLocation").GetProperty("index").GetInt32() == 0;
            location
                .GetProperty("region")
                .GetProperty("charLength")
                .GetInt32()
                .Should()
                .Match(length => (length == 0) == isFirstFile);
        }
    }

    [Test]
    public void No_raw_control_or_bidirectional_character_is_written()
    {
        foreach (
            byte[] report in new[]
            {
                Sample.ToSarif(Sample.HostileRun(), Sample.Options with { IncludeSuppressed = true }),
                Sample.ToJson(Sample.HostileRun()),
            }
        )
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(report);
            text.TrimEnd('\n')
                .Should()
                .NotContainAny([
                    .. Enumerable
                        .Range(0, 0xFFFF)
                        .Select(value => (char)value)
                        .Where(IsUnsafe)
                        .Select(c => c.ToString()),
                ]);
        }
    }

    [Test]
    public void Nothing_found_is_an_empty_array_of_results()
    {
        JsonElement run = Parse(Sample.ToSarif([], Sample.Options, exitCode: 0));
        run.GetProperty("results").GetArrayLength().Should().Be(0);
        run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")
            .GetArrayLength()
            .Should()
            .Be(4, because: "the log tells what was looked for");
        run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().Should().BeTrue();
        run.TryGetProperty("automationDetails", out _).Should().BeFalse();
    }

    [Test]
    public void A_run_that_could_not_start_was_not_successful() =>
        Parse(Sample.ToSarif([], Sample.Options, exitCode: 2))
            .GetProperty("invocations")[0]
            .GetProperty("executionSuccessful")
            .GetBoolean()
            .Should()
            .BeFalse();

    [Test]
    public void No_rule_has_more_than_ten_tags_or_one_twice()
    {
        JsonElement rule = Parse(Sample.ToSarif(Sample.HostileRun(), Sample.Options))
            .GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")[0];
        string?[] tags =
        [
            .. rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()),
        ];
        tags.Should()
            .HaveCount(10)
            .And.OnlyHaveUniqueItems()
            .And.StartWith(["security", "docker", "external/cwe/cwe-99999", "external/cwe/cwe-250"]);
    }

    [Test]
    public void A_rule_without_a_page_has_no_address()
    {
        var bare = new RuleDescriptor("TL6001", "bare-rule", "'{0}' is bare.", Severity.Info);
        JsonElement rule = Parse(Sample.ToSarif([], Sample.Options with { Rules = [bare] }))
            .GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")[0];

        rule.TryGetProperty("helpUri", out _).Should().BeFalse();
        rule.GetProperty("help").GetProperty("text").GetString().Should().Be("Bare rule.");
    }

    [Test]
    public void A_severity_set_by_configuration_is_the_level_of_the_result_and_an_override_of_the_run()
    {
        var file = new SourceFile("Dockerfile", SourceText.From("USER root\n"));
        Finding diagnostic = new Diagnostic(
            Sample.Root,
            Sample.Find(file, "root"),
            new DiagnosticMessage(Sample.Root.Messages[0], "0", "root")
        ).ToFinding(Severity.Error);
        JsonElement run = Parse(Sample.ToSarif([Sample.Result(file, Language.Dockerfile, diagnostic)], Sample.Options));
        run.GetProperty("results")[0].GetProperty("level").GetString().Should().Be("error");
        run.GetProperty("results")[0].GetProperty("rank").GetDouble().Should().Be(70, "the weight is that of an error");
        JsonElement changed = run.GetProperty("invocations")[0].GetProperty("ruleConfigurationOverrides")[0];
        changed.GetProperty("descriptor").GetProperty("id").GetString().Should().Be("TL1001");
        changed.GetProperty("configuration").GetProperty("level").GetString().Should().Be("error");
        run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")[0]
            .GetProperty("defaultConfiguration")
            .GetProperty("level")
            .GetString()
            .Should()
            .Be("warning");
    }

    [Test]
    public void A_message_that_its_rule_does_not_know_carries_no_id()
    {
        var file = new SourceFile("Dockerfile", SourceText.From("USER root\n"));
        Diagnostic[] diagnostics =
        [
            new(
                Sample.Root,
                Sample.Find(file, "root"),
                new DiagnosticMessage(new MessageTemplate("other", "It is '{0}'."), "x")
            ),
            new(Sample.Root, Sample.Find(file, "root"), new DiagnosticMessage(Sample.Root.Messages[0], "too few")),
        ];
        JsonElement results = Parse(
                Sample.ToSarif([Sample.Result(file, Language.Dockerfile, [.. diagnostics])], Sample.Options)
            )
            .GetProperty("results");
        results[0].GetProperty("message").TryGetProperty("id", out _).Should().BeFalse();
        results[0].GetProperty("message").GetProperty("text").GetString().Should().Be("It is 'x'.");
        results[1].GetProperty("message").TryGetProperty("id", out _).Should().BeFalse();
        results[1]
            .GetProperty("message")
            .GetProperty("text")
            .GetString()
            .Should()
            .StartWith("Stage 'too few' ends as user '{1}'.");
    }

    [Test]
    public void The_number_of_results_is_known()
    {
        using var stream = new MemoryStream();
        var reporter = new SarifReporter(stream, Sample.Options);
        foreach (FileResult result in Sample.PlainRun())
        {
            reporter.Write(result);
        }

        reporter.ResultCount.Should().Be(4, because: "the suppressed one is left out");
    }

    [Test]
    public void Results_are_written_before_the_run_ends()
    {
        using var stream = new MemoryStream();
        var reporter = new SarifReporter(stream, Sample.Options);
        FileResult result = Sample.PlainRun()[0];
        long written = 0;
        for (int i = 0; i < 1000; i++)
        {
            reporter.Write(result);
            (stream.Length - written).Should().BeLessThan(64 * 1024);
            written = stream.Length;
        }

        written.Should().BeGreaterThan(1_000_000);
    }

    [Test]
    public void A_minified_line_is_not_repeated_for_each_finding()
    {
        var file = new SourceFile(
            "Dockerfile",
            SourceText.From("RUN " + string.Concat(Enumerable.Repeat("echo a && ", 50_000)))
        );
        IEnumerable<Diagnostic> diagnostics = Enumerable
            .Range(0, 500)
            .Select(i => new Diagnostic(
                Sample.Casing,
                Sample.Location(file, i * 1000, file.Text.Length),
                new DiagnosticMessage(Sample.Casing.Messages[0], file.Text.ToString())
            ));
        Sample
            .ToSarif([Sample.Result(file, Language.Dockerfile, [.. diagnostics])], Sample.Options)
            .Length.Should()
            .BeLessThan(500 * 10_000);
    }

    [Test]
    public void A_finding_of_a_project_walks_from_the_service_to_the_deciding_line()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = "services: {web: {build: {context: app, target: dev}}}\n",
            ["app/Dockerfile"] = "FROM alpine AS dev\nUSER root\nFROM alpine\nUSER 1\n",
        };
        LintResult run = new Linter().Lint(Project.Create(files, ["compose.yaml"]));

        JsonElement result = Parse(Sample.ToSarif(run.Files, Sample.Options))
            .GetProperty("results")
            .EnumerateArray()
            .Single(one => one.GetProperty("ruleId").GetString() == "DX1001");

        FindAll(result.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0], "location")
            .Select(step => step.GetProperty("physicalLocation"))
            .Select(place =>
                place.GetProperty("artifactLocation").GetProperty("uri").GetString()
                + ":"
                + place.GetProperty("region").GetProperty("startLine").GetInt32()
            )
            .Should()
            .Equal("compose.yaml:1", "compose.yaml:1", "compose.yaml:1", "app/Dockerfile:1", "app/Dockerfile:2");
    }

    private static bool IsUnsafe(char c) =>
        c is not '\n'
        && (
            CharUnicodeInfo.GetUnicodeCategory(c)
                is UnicodeCategory.Control
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
            || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        );

    private static JsonElement Parse(byte[] sarif) => JsonDocument.Parse(sarif).RootElement.GetProperty("runs")[0];

    private static JsonElement[] FindHostileLocations()
    {
        JsonElement results = Parse(Sample.ToSarif(Sample.HostileRun(), Sample.Options)).GetProperty("results");
        JsonElement[] locations = [.. FindAll(results, "physicalLocation")];
        locations.Should().HaveCountGreaterThan(10);
        return locations;
    }

    private static IEnumerable<JsonElement> FindAll(JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.Name == name)
                {
                    yield return property.Value;
                }

                foreach (JsonElement found in FindAll(property.Value, name))
                {
                    yield return found;
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement found in element.EnumerateArray().SelectMany(item => FindAll(item, name)))
            {
                yield return found;
            }
        }
    }

    private static void CheckRegion(SourceText text, JsonElement region, TextSpan span)
    {
        LinePositionSpan lines = text.GetLinePositionSpan(span);
        region.GetProperty("startLine").GetInt32().Should().Be(lines.Start.Line + 1);
        region.GetProperty("startColumn").GetInt32().Should().Be(lines.Start.Character + 1);
        region.GetProperty("endLine").GetInt32().Should().Be(lines.End.Line + 1);
        region.GetProperty("endColumn").GetInt32().Should().Be(lines.End.Character + 1);
        string snippet = region.GetProperty("snippet").GetProperty("text").GetString()!;

        // JSON cannot carry half a surrogate pair.
        string slice = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString(span)));
        if (snippet.Length < slice.Length)
        {
            snippet.Should().EndWith("…");
            snippet = snippet[..^1];
            slice = slice[..snippet.Length];
        }

        snippet.Should().Be(slice);
    }
}
