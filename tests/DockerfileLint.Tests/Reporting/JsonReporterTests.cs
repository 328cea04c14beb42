using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class JsonReporterTests
{
    [Test]
    public void A_plain_run_is_written_as_reviewed() =>
        Expected.VerifyJson("plain.json", Sample.ToJson(Sample.PlainRun(), exitCode: 3));

    [Test]
    public void Two_runs_give_the_same_bytes() =>
        Sample.ToJson(Sample.HostileRun()).Should().Equal(Sample.ToJson(Sample.HostileRun()));

    [Test]
    public void No_file_gives_an_empty_array()
    {
        using JsonDocument report = JsonDocument.Parse(Sample.ToJson([], exitCode: 0));
        report.RootElement.GetProperty("files").GetArrayLength().Should().Be(0);
        report.RootElement.GetProperty("summary").GetProperty("exitCode").GetInt32().Should().Be(0);
    }

    [Test]
    public void Offsets_and_lines_denote_the_same_place()
    {
        FileResult[] files = [.. Sample.PlainRun()];
        using JsonDocument report = JsonDocument.Parse(Sample.ToJson(files));
        int checkedPlaces = 0;
        for (int i = 0; i < files.Length; i++)
        {
            foreach (
                JsonElement diagnostic in report
                    .RootElement.GetProperty("files")[i]
                    .GetProperty("diagnostics")
                    .EnumerateArray()
            )
            {
                foreach (string name in new[] { "start", "end" })
                {
                    JsonElement place = diagnostic.GetProperty(name);
                    LinePosition expected = files[i].File!.Text.GetLinePosition(place.GetProperty("offset").GetInt32());
                    new LinePosition(
                        place.GetProperty("line").GetInt32() - 1,
                        place.GetProperty("column").GetInt32() - 1
                    )
                        .Should()
                        .Be(expected);
                    checkedPlaces++;
                }
            }
        }

        checkedPlaces.Should().Be(10);
    }

    [Test]
    public void A_finding_in_another_file_names_it()
    {
        var main = new SourceFile("compose.yaml", SourceText.From("include: [other.yaml]\n"));
        var other = new SourceFile("other.yaml", SourceText.From("privileged: true\n"));
        var diagnostic = new Diagnostic(
            Sample.Privileged,
            Sample.Find(other, "privileged"),
            new DiagnosticMessage(Sample.Privileged.Messages[0], "web", "privileged")
        )
        {
            LogicalLocation = new LogicalLocation("front", "networks.front", "object"),
        };
        using JsonDocument report = JsonDocument.Parse(
            Sample.ToJson([Sample.Result(main, Language.Compose, diagnostic.ToFinding())])
        );
        JsonElement written = report.RootElement.GetProperty("files")[0].GetProperty("diagnostics")[0];
        written.GetProperty("path").GetString().Should().Be("other.yaml");
        written.GetProperty("element").GetString().Should().Be("networks.front");
    }
}
