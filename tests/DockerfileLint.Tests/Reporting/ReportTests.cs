using System.Reflection;
using System.Text;
using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

/// <summary>Whole reports in one call.</summary>
internal sealed class ReportTests
{
    private static readonly Dictionary<string, Format> Formats = new(StringComparer.Ordinal)
    {
        ["sarif"] = new(
            (results, stream, cancellation) => SarifReport.Write(results, stream, cancellation: cancellation),
            (results, cancellation) => SarifReport.ToString(results, cancellation: cancellation),
            stream => new SarifReporter(stream, new SarifOptions())
        ),
        ["json"] = new(JsonReport.Write, JsonReport.ToString, stream => new JsonReporter(stream)),
        ["text"] = new(
            (results, stream, cancellation) => TextReport.Write(results, stream, cancellation: cancellation),
            (results, cancellation) => TextReport.ToString(results, cancellation: cancellation),
            stream => new TextReporter(new StreamWriter(stream))
        ),
        ["checkstyle"] = new(
            CheckstyleReport.Write,
            CheckstyleReport.ToString,
            stream => new CheckstyleReporter(stream)
        ),
        ["gitlab"] = new(GitLabReport.Write, GitLabReport.ToString, stream => new GitLabReporter(stream)),
        ["junit"] = new(JUnitReport.Write, JUnitReport.ToString, stream => new JUnitReporter(stream)),
        ["github"] = new(
            GitHubReport.Write,
            GitHubReport.ToString,
            stream => new GitHubReporter(new StreamWriter(stream))
        ),
        ["markdown"] = new(
            MarkdownReport.Write,
            MarkdownReport.ToString,
            stream => new MarkdownReporter(new StreamWriter(stream))
        ),
        ["msbuild"] = new(
            MSBuildReport.Write,
            MSBuildReport.ToString,
            stream => new MSBuildReporter(new StreamWriter(stream))
        ),
        ["sonarqube"] = new(SonarQubeReport.Write, SonarQubeReport.ToString, stream => new SonarQubeReporter(stream)),
    };

    private static IEnumerable<string> Names => Formats.Keys;

    [TestCaseSource(nameof(Names))]
    public void A_report_is_what_the_reporter_writes(string name)
    {
        Format format = Formats[name];
        using var expected = new MemoryStream();
        IReporter reporter = format.Create(expected);
        var totals = new LintTotals();
        foreach (FileResult result in Sample.PlainRun())
        {
            reporter.Write(result);
            totals.Add(result);
        }

        // One file of the run cannot be read.
        reporter.Complete(totals, exitCode: 3);
        using var stream = new MemoryStream();
        format.Write(Sample.PlainRun(), stream, CancellationToken.None);

        stream.ToArray().Should().Equal(expected.ToArray());
        stream.CanWrite.Should().BeTrue("the stream is the caller's");
        format.ToText(Sample.PlainRun(), CancellationToken.None).Should().Be(Encoding.UTF8.GetString(stream.ToArray()));
    }

    [TestCaseSource(nameof(Names))]
    public void Results_are_enumerated_once(string name)
    {
        int taken = 0;
        using var stream = new MemoryStream();
        Formats[name].Write(Results(), stream, CancellationToken.None);

        taken.Should().Be(1);

        IEnumerable<FileResult> Results()
        {
            taken++;
            foreach (FileResult result in Sample.PlainRun())
            {
                yield return result;
            }
        }
    }

    [TestCaseSource(nameof(Names))]
    public void A_report_ends_between_two_files_where_it_is_cancelled(string name)
    {
        using var source = new CancellationTokenSource();
        var taken = new List<string>();
        Action write = () => Formats[name].Write(Results(), Stream.Null, source.Token);
        Action format = () => Formats[name].ToText(Sample.PlainRun(), source.Token);

        write.Should().Throw<OperationCanceledException>().Which.CancellationToken.Should().Be(source.Token);
        taken.Should().Equal("api/Dockerfile", "compose.yaml");
        format.Should().Throw<OperationCanceledException>();

        IEnumerable<FileResult> Results()
        {
            foreach (FileResult result in Sample.PlainRun())
            {
                taken.Add(result.Path);
                if (taken.Count == 2)
                {
                    source.Cancel();
                }

                yield return result;
            }
        }
    }

    [TestCaseSource(nameof(Names))]
    public void A_report_that_is_cancelled_before_it_starts_writes_nothing(string name)
    {
        using var stream = new MemoryStream();
        Action write = () => Formats[name].Write(Sample.PlainRun(), stream, new CancellationToken(canceled: true));

        write.Should().Throw<OperationCanceledException>();
        stream.Length.Should().Be(0);
    }

    [TestCaseSource(nameof(Names))]
    public void A_call_without_results_or_without_a_stream_is_refused(string name)
    {
        Action withoutResults = () => Formats[name].Write(null!, Stream.Null, CancellationToken.None);
        Action withoutStream = () => Formats[name].Write([], null!, CancellationToken.None);

        withoutResults.Should().Throw<ArgumentNullException>().WithParameterName("results");
        withoutStream.Should().Throw<ArgumentNullException>().WithParameterName("stream");
    }

    [Test]
    public void Text_goes_to_a_writer_as_well()
    {
        using var writer = new StringWriter();
        TextReport.Write(Sample.PlainRun(), writer, new TextOptions { Color = true });

        writer
            .ToString()
            .Should()
            .Be(TextReport.ToString(Sample.PlainRun(), new TextOptions { Color = true }))
            .And.Contain("\u001B[");
    }

    [Test]
    public void A_log_says_what_the_options_say()
    {
        JsonElement run = ParseRun(
            SarifReport.ToString(Sample.PlainRun(), new SarifOptions { ToolVersion = "3.2.1", Category = "images" })
        );

        GetVersion(run).Should().Be("3.2.1");
        run.GetProperty("automationDetails").GetProperty("id").GetString().Should().Be("images/");
    }

    [Test]
    public void A_log_names_the_version_of_the_package_unless_told_another()
    {
        string version = typeof(SarifReport)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;

        GetVersion(ParseRun(SarifReport.ToString([]))).Should().NotBeEmpty().And.Be(version.Split('+')[0]);
    }

    [TestCase(Severity.Style, 0)]
    [TestCase(Severity.Info, 0)]
    [TestCase(Severity.Warning, 1)]
    [TestCase(Severity.Error, 1)]
    public void The_exit_code_is_1_from_a_warning_on(Severity severity, int expected)
    {
        var file = new SourceFile("Dockerfile", SourceText.From("USER root\n"));
        FileResult result = Sample.Result(
            file,
            Language.Dockerfile,
            new Diagnostic(
                Sample.Root,
                Sample.Find(file, "USER root"),
                new DiagnosticMessage(Sample.Root.Messages[0], "api", "root")
            ).ToFinding(severity)
        );

        GetExitCode([result]).Should().Be(expected);
    }

    [Test]
    public void The_exit_code_is_3_where_something_could_not_be_analysed() =>
        GetExitCode(Sample.PlainRun()).Should().Be(3);

    [Test]
    public void The_exit_code_is_0_without_a_file() => GetExitCode([]).Should().Be(0);

    /// <summary>The exit code in the JSON report, which SARIF has as well.</summary>
    private static int GetExitCode(IReadOnlyCollection<FileResult> results)
    {
        using var report = JsonDocument.Parse(JsonReport.ToString(results));
        int code = report.RootElement.GetProperty("summary").GetProperty("exitCode").GetInt32();
        ParseRun(SarifReport.ToString(results))
            .GetProperty("invocations")[0]
            .GetProperty("exitCode")
            .GetInt32()
            .Should()
            .Be(code);
        return code;
    }

    private static JsonElement ParseRun(string log)
    {
        using var document = JsonDocument.Parse(log);
        return document.RootElement.GetProperty("runs")[0].Clone();
    }

    private static string? GetVersion(JsonElement run) =>
        run.GetProperty("tool").GetProperty("driver").GetProperty("version").GetString();

    private sealed record Format(
        Action<IEnumerable<FileResult>, Stream, CancellationToken> Write,
        Func<IEnumerable<FileResult>, CancellationToken, string> ToText,
        Func<Stream, IReporter> Create
    );
}
