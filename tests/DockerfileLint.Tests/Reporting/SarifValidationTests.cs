using System.Text;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

/// <summary>Every kind of log that the reporter writes keeps to the format.</summary>
internal sealed class SarifValidationTests
{
    private static IEnumerable<TestCaseData> Logs()
    {
        SarifOptions options = Sample.Options;
        yield return Case("empty", Sample.ToSarif([], options, exitCode: 0));
        yield return Case("plain", Sample.ToSarif(Sample.PlainRun(), options, exitCode: 3));
        yield return Case(
            "options",
            Sample.ToSarif(
                Sample.PlainRun(),
                options with
                {
                    IncludeSuppressed = true,
                    Category = "images/",
                    RootUri = new Uri("file:///src/project/"),
                },
                exitCode: 3
            )
        );
        yield return Case(
            "repository",
            Sample.ToSarif(
                Sample.PlainRun(),
                options with
                {
                    VersionControl = new VersionControlDetails("git@example.org:team/project.git", null, null),
                }
            )
        );
        yield return Case(
            "hostile",
            Sample.ToSarif(Sample.HostileRun(), options with { IncludeSuppressed = true, Category = "a category" })
        );

        var file = new SourceFile("Dockerfile", SourceText.From(string.Concat(Enumerable.Repeat("USER root\n", 500))));
        IEnumerable<Diagnostic> many = Enumerable
            .Range(0, 500)
            .Select(line => new Diagnostic(
                Sample.Casing,
                Sample.Location(file, line * 10, (line * 10) + 4),
                new DiagnosticMessage(Sample.Casing.Messages[0], "USER")
            ));
        yield return Case("many", Sample.ToSarif([Sample.Result(file, Language.Dockerfile, [.. many])], options));

        static TestCaseData Case(string name, byte[] log) => new TestCaseData(log).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Logs))]
    public void Every_log_keeps_to_the_format(byte[] log)
    {
        SarifCheck.FindProblems(log).Should().BeEmpty();
        SarifValidator.Verify(log);
    }

    [TestCaseSource(typeof(Corpora), nameof(Corpora.OfBrokenFiles))]
    public void The_log_of_broken_files_keeps_to_the_format(string corpus)
    {
        var linter = new Linter();
        byte[] log = Sample.ToSarif(
            Corpora.Read(corpus).Select(file => Lint.Run(linter, file.ToSourceFile(), file.Language)),
            Sample.Options
        );

        SarifCheck.FindProblems(log).Should().BeEmpty();
        SarifValidator.Verify(log);
    }

    // What the check is worth: each of these mistakes is found.
    [TestCase("\"version\":\"2.1.0\"", "\"version\":\"2.0.0\"")]
    [TestCase("\"ruleIndex\":1,", "\"ruleIndex\":0,")]
    [TestCase("\"ruleIndex\":1,", "\"ruleIndex\":99,")]
    [TestCase("\"level\":\"warning\"", "\"level\":\"fatal\"")]
    [TestCase("\"startLine\":", "\"startline\":")]
    [TestCase("\"startLine\":5", "\"startLine\":0")]
    [TestCase("\"endLine\":6,\"endColumn\":10", "\"endLine\":5,\"endColumn\":10")]
    [TestCase("\"index\":1}", "\"index\":7}")]
    [TestCase("\"id\":\"built-as-root\"", "\"id\":\"unknown\"")]
    [TestCase("\"arguments\":[\"web\",\"privileged\"]", "\"arguments\":[\"web\"]")]
    [TestCase("\"arguments\":[\"web\",\"privileged\"]", "\"arguments\":[\"web\",\"other\"]")]
    [TestCase("\"kind\":\"fail\",", "")]
    [TestCase("\"uri\":\"compose.yaml\"", "\"uri\":\"com pose.yaml\"")]
    [TestCase("\"uriBaseId\":\"SRCROOT\"", "\"uriBaseId\":\"ROOT\"")]
    [TestCase("\"columnKind\":", "\"columns\":")]
    [TestCase("\"executionSuccessful\":true", "\"executionSuccessful\":\"yes\"")]
    public void A_mistake_is_found(string written, string mistake)
    {
        string log = Encoding.UTF8.GetString(Sample.ToSarif(Sample.PlainRun(), Sample.Options, exitCode: 3));
        log.Should().Contain(written);

        SarifCheck
            .FindProblems(Encoding.UTF8.GetBytes(log.Replace(written, mistake, StringComparison.Ordinal)))
            .Should()
            .NotBeEmpty();
    }
}
