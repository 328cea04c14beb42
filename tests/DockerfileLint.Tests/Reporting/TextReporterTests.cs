using System.Globalization;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class TextReporterTests
{
    [Test]
    public void A_plain_run_is_written_as_reviewed() => Expected.Verify("plain.txt", Sample.ToText(Sample.PlainRun()));

    [Test]
    public void A_narrow_terminal_is_written_as_reviewed() =>
        Expected.Verify("narrow.txt", Sample.ToText(Sample.PlainRun(), new TextOptions { Width = 60 }));

    [Test]
    public void A_hostile_run_is_written_as_reviewed() =>
        Expected.Verify(
            "hostile.txt",
            Sample.ToText(
                Sample.HostileRun().Where(result => result.Path.Contains('\u001B')).Select(WithoutMostFindings)
            )
        );

    private static FileResult WithoutMostFindings(FileResult result) =>
        new()
        {
            Path = result.Path,
            Language = result.Language,
            File = result.File,
            Findings = [.. result.Findings.Where(diagnostic => diagnostic.Location.Span.Start > 1).Take(2)],
            Notifications = result.Notifications,
        };

    [TestCase(3, null)]
    [TestCase(4, "... and 1 more like this on line 4.")]
    [TestCase(6, "... and 3 more like this on lines 4, 5 and 6.")]
    [TestCase(14, "... and 11 more like this on lines 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 14.")]
    [TestCase(20, "... and 17 more like this on lines 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 7 others.")]
    public void After_the_third_the_findings_of_a_rule_are_joined(int count, string? more)
    {
        var file = new SourceFile(
            "Dockerfile",
            SourceText.From(string.Concat(Enumerable.Range(1, count).Select(line => $"RUN {line:00}\n")))
        );
        FileResult[] files =
        [
            Sample.Result(
                file,
                Language.Dockerfile,
                Enumerable
                    .Range(1, count)
                    .Select(line => new Diagnostic(
                        Sample.Casing,
                        Sample.Find(file, $"{line:00}"),
                        new DiagnosticMessage(Sample.Casing.Messages[0], "run")
                    ))
                    .Append(
                        new Diagnostic(
                            Sample.Root,
                            Sample.Find(file, "RUN 01"),
                            new DiagnosticMessage(Sample.Root.Messages[0], "api", "root")
                        )
                    )
            ),
        ];

        string grouped = Sample.ToText(files, new TextOptions { Group = true });
        Count(grouped).Should().Be(Math.Min(count, 3));
        grouped.Should().Contain("TL1001", "another rule is a group of its own");
        grouped.Contains("more like this").Should().Be(more is not null);
        grouped.Should().Contain(more ?? "TL4001");
        grouped.Should().EndWith($"{count + 1} findings (1 warning, {count} style) in 1 file\n");
        Count(Sample.ToText(files)).Should().Be(count);

        static int Count(string text) => text.Split("  TL4001 ").Length - 1;
    }

    [Test]
    public void A_coloured_run_is_written_as_reviewed() =>
        Expected.Verify(
            "color.txt",
            Sample.ToText(Sample.PlainRun(), new TextOptions { Color = true, Width = 100 }).Replace('\u001B', '\u241B')
        );

    [Test]
    public void Nothing_unsafe_reaches_the_terminal()
    {
        string report = Sample.ToText(Sample.HostileRun());
        var unsafeCategories = new[]
        {
            UnicodeCategory.Control,
            UnicodeCategory.Format,
            UnicodeCategory.LineSeparator,
            UnicodeCategory.ParagraphSeparator,
            UnicodeCategory.Surrogate,
        };
        report
            .EnumerateRunes()
            .Where(rune => rune.Value != '\n' && unsafeCategories.Contains(System.Text.Rune.GetUnicodeCategory(rune)))
            .Should()
            .BeEmpty();
        report.Should().NotContain("\uFFFD", because: "half a surrogate pair is shown by its number");
    }

    [Test]
    public void Colours_are_the_only_difference_between_a_coloured_and_a_plain_report()
    {
        string colored = Sample.ToText(Sample.PlainRun(), new TextOptions { Color = true });
        colored.Should().Contain("\u001B[");
        string plain = colored;
        for (int start = plain.IndexOf('\u001B'); start >= 0; start = plain.IndexOf('\u001B'))
        {
            plain = plain.Remove(start, plain.IndexOf('m', start) - start + 1);
        }

        plain.Should().Be(Sample.ToText(Sample.PlainRun()));
    }

    [Test]
    public void The_sections_of_the_benchmark_stand_behind_the_name_where_they_are_asked_for()
    {
        Sample
            .ToText(Sample.PlainRun(), new TextOptions { ShowBenchmark = true })
            .Should()
            .Contain("privileged-service  CIS 5.5\n");
        Sample.ToText(Sample.PlainRun()).Should().NotContain("CIS");
    }

    [Test]
    public void Nothing_found_is_said()
    {
        FileResult clean = Sample.Result(
            new SourceFile("Dockerfile", SourceText.From("FROM scratch\n")),
            Language.Dockerfile
        );
        Sample.ToText([clean]).Should().Be("No findings in 1 file\n");
        Sample.ToText([]).Should().Be("No files were linted\n");
    }

    [Test]
    public void Suppressed_findings_are_counted_and_not_shown()
    {
        var file = new SourceFile("Dockerfile", SourceText.From("USER root\n"));
        Finding finding = new Diagnostic(
            Sample.Root,
            Sample.Find(file, "root"),
            new DiagnosticMessage(Sample.Root.Messages[0], "0", "root")
        ).ToFinding(suppression: new Suppression(Sample.Find(file, "USER"), null));
        Sample
            .ToText([Sample.Result(file, Language.Dockerfile, finding)])
            .Should()
            .Be("No findings in 1 file, 1 suppressed\n");
    }
}
