using DockerfileLint.Analysis;
using DockerfileLint.Analysis.Projects;
using DockerfileLint.Diagnostics;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

internal sealed class FindingLimitTests
{
    [Test]
    public void Of_too_many_findings_the_most_severe_are_reported()
    {
        FileResult result = Lint(
            "FROM a:1\n" + string.Concat(Enumerable.Repeat("RUN cd /x\n", 50)) + "USER root\nFOO\n",
            maxFindings: 10
        );

        result.Findings.Should().HaveCount(10);
        result.Findings.Should().Contain(finding => finding.Severity == Severity.Error && finding.Rule.Id == "DL1007");
        result.Findings.Select(finding => finding.Location.Span.Start).Should().BeInAscendingOrder();
        Notification told = result.Notifications.Should().ContainSingle().Subject;
        told.Rule.Id.Should().Be("DL9007");
        told.Severity.Should().Be(Severity.Error, "the exit code has to say so");
    }

    [Test]
    public void As_many_as_are_allowed_are_reported_without_a_word()
    {
        FileResult all = Lint("FROM a:1\nRUN sudo a\nUSER root\n", maxFindings: 100);
        FileResult result = Lint("FROM a:1\nRUN sudo a\nUSER root\n", maxFindings: all.Findings.Length);

        result.Findings.Should().HaveCount(all.Findings.Length);
        result.Notifications.Should().BeEmpty();
    }

    [Test]
    public void Scripts_beyond_the_limit_are_told()
    {
        FileResult result = Lint(
            $"FROM a:1\nRUN a {new string('b', AnalysisBudget.MaxScriptedLength)}\nUSER root\n",
            maxFindings: 100
        );

        result.Notifications.Should().ContainSingle().Which.Rule.Id.Should().Be("DL9007");
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DL3002", "the rest is judged");
    }

    private static FileResult Lint(string text, int maxFindings) =>
        new Linter().Lint(
            Project.Create(budget: new AnalysisBudget { MaxFindings = maxFindings }).WithDocument("Dockerfile", text),
            "Dockerfile"
        );
}
