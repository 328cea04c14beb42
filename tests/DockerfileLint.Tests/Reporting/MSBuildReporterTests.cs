using System.Collections;
using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Reporting;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

/// <summary>Lines for MSBuild, taken by MSBuild as it takes the output of a program.</summary>
internal sealed class MSBuildReporterTests
{
    [Test]
    public void Errors_and_warnings_become_those_of_the_build_and_the_rest_stays_text()
    {
        BuildLog log = Read(Sample.PlainRun());

        log.Errors.Select(error => (error.File, error.LineNumber, error.ColumnNumber, error.Code))
            .Should()
            .Equal(("compose.yaml", 4, 5, "TL2001"), ("secret/Dockerfile", 0, 0, "TL9001"));
        BuildWarningEventArgs warning = log.Warnings.Should().ContainSingle().Subject;
        (warning.File, warning.LineNumber, warning.ColumnNumber, warning.Code)
            .Should()
            .Be(("api/Dockerfile", 6, 1, "TL1001"));
        warning.Message.Should().StartWith("Stage 'api' ends as user 'root'.");
        log.Messages.Should().HaveCount(2).And.OnlyContain(message => message.Contains("): info TL"));
    }

    [Test]
    public void A_hostile_run_has_the_findings_that_there_are_and_no_others()
    {
        FileResult[] files = [.. Sample.HostileRun()];
        BuildLog log = Read(files);

        int notifications = files.Sum(file => file.Notifications.Length);
        int findings = files.Sum(file => file.Findings.Count(finding => finding.IsCounted));
        log.Errors.Should().HaveCount(notifications).And.OnlyContain(error => error.Code == "TL9002");
        log.Warnings.Should().BeEmpty();
        log.Messages.Should().HaveCount(findings, "findings of the run are infos");
    }

    [TestCase("errors/Dockerfile")]
    [TestCase("error/warning/Dockerfile")]
    [TestCase("an error x/Dockerfile")]
    [TestCase("a warning X1")]
    [TestCase(" Error X1")]
    [TestCase("x: error X1: y")]
    [TestCase("c:d(3,4)")]
    public void A_path_is_no_category(string path)
    {
        foreach (Severity severity in (Severity[])[Severity.Info, Severity.Warning, Severity.Error])
        {
            var file = new SourceFile(path, SourceText.From("USER root\n"));
            BuildLog log = Read([
                Sample.Result(
                    file,
                    Language.Dockerfile,
                    new Diagnostic(
                        Sample.Root,
                        Sample.Find(file, "root"),
                        new DiagnosticMessage(Sample.Root.Messages[0], "api", "root")
                    ).ToFinding(severity)
                ),
            ]);

            log.Messages.Should().HaveCount(severity == Severity.Info ? 1 : 0);
            string[] codes = [.. log.Errors.Select(x => x.Code), .. log.Warnings.Select(x => x.Code)];
            codes.Should().Equal(severity == Severity.Info ? [] : ["TL1001"]);
            int[] lines = [.. log.Errors.Select(x => x.LineNumber), .. log.Warnings.Select(x => x.LineNumber)];
            lines.Should().Equal(severity == Severity.Info ? [] : [1]);
        }
    }

    private static BuildLog Read(IEnumerable<FileResult> files)
    {
        var log = new BuildLog();
        var helper = new TaskLoggingHelper(log, "Exec");
        foreach (string line in MSBuildReport.ToString(files).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            helper.LogMessageFromText(line, MessageImportance.High);
        }

        return log;
    }

    /// <summary>Keeps what a task says.</summary>
    private sealed class BuildLog : IBuildEngine
    {
        public List<BuildErrorEventArgs> Errors { get; } = [];

        public List<BuildWarningEventArgs> Warnings { get; } = [];

        public List<string> Messages { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

        public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(e);

        public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e.Message!);

        public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

        public bool BuildProjectFile(string file, string[] targets, IDictionary properties, IDictionary outputs) =>
            throw new NotSupportedException();
    }
}
