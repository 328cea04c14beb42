using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

/// <summary>Suppressing comments in the syntaxes of other tools, which count where they are asked for.</summary>
internal sealed class PeerSuppressionTests
{
    private const SuppressionDialects Everyone = (SuppressionDialects)511;

    [TestCase(SuppressionDialects.Trivy, "# trivy:ignore:DS-0002")]
    [TestCase(SuppressionDialects.Trivy, "#trivy:ignore:AVD-DS-0002")]
    [TestCase(SuppressionDialects.Trivy, "# trivy:ignore:DS001 trivy:ignore:ds002")]
    [TestCase(SuppressionDialects.Trivy, "# trivy:ignore:DS002:exp:2027-01-31")]
    [TestCase(SuppressionDialects.Checkov, "# checkov:skip=CKV_DOCKER_8: drops privileges itself")]
    [TestCase(SuppressionDialects.Checkov, "#bridgecrew:skip=CKV_DOCKER_1,CKV_DOCKER_8")]
    [TestCase(SuppressionDialects.Kics, "# kics-scan ignore-line")]
    [TestCase(SuppressionDialects.Kics, "# kics-scan ignore-block")]
    [TestCase(SuppressionDialects.Kics, "# kics-scan ignore")]
    [TestCase(SuppressionDialects.Kics, "# kics-scan disable=67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae")]
    [TestCase(SuppressionDialects.Semgrep, "# nosemgrep")]
    [TestCase(SuppressionDialects.Semgrep, "# nosemgrep: dockerfile.security.last-user-is-root.last-user-is-root")]
    [TestCase(SuppressionDialects.Tally, "# tally ignore=DL3002;reason=later")]
    [TestCase(SuppressionDialects.Tally, "# tally global ignore=all")]
    public void One_of_a_tool_that_is_asked_for_suppresses(SuppressionDialects tool, string comment)
    {
        string text = $"FROM a:1\n{comment}\nUSER root\n";

        IsSuppressed("Dockerfile", text, "DL3002", tool).Should().BeTrue();
        IsSuppressed("Dockerfile", text, "DL3002", Everyone & ~tool).Should().BeFalse("nobody asked for it");
    }

    [TestCase("# trivy:ignore:DS-0001")]
    [TestCase("# trivy:ignore:DS002:exp:2026-01-31")]
    [TestCase("# trivy ignores DS-0002")]
    [TestCase("# checkov:skip=CKV_DOCKER_3")]
    [TestCase("# kics-scan disable=a")]
    [TestCase("# kics-scan enable=67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae")]
    [TestCase("# nosemgreps")]
    [TestCase("# nosemgrep: missing-user")]
    [TestCase("# tally ignore=DL3004")]
    [TestCase("# dclint disable")]
    public void What_names_another_rule_or_nothing_does_not(string comment) =>
        IsSuppressed("Dockerfile", $"FROM a:1\n{comment}\nUSER root\n", "DL3002", Everyone).Should().BeFalse();

    [Test]
    public void They_work_in_Compose_files()
    {
        const string Privileged = "services:\n  web:\n    image: a:1\n    COMMENT\n    privileged: true\n";

        foreach (string comment in (string[])["# kics-scan ignore-line", "# nosemgrep: privileged-service"])
        {
            string text = Privileged.Replace("COMMENT", comment, StringComparison.Ordinal);
            IsSuppressed("compose.yaml", text, "DC3001", Everyone).Should().BeTrue(comment);
            IsSuppressed("compose.yaml", text, "DC3001", SuppressionDialects.Default).Should().BeFalse(comment);
        }
    }

    [Test]
    public void Nothing_is_said_about_those_without_work()
    {
        const string Text = "FROM a:1\n# trivy:ignore:DS-0002\n# nosemgrep: nothing\nRUN a\nUSER 1\n";

        Lint("Dockerfile", Text, Everyone)
            .Findings.Should()
            .NotContain(finding => finding.Rule.Category == "suppressions");
    }

    private static bool IsSuppressed(string path, string text, string rule, SuppressionDialects dialects) =>
        Lint(path, text, dialects).Findings.Single(finding => finding.Rule.Id == rule).Suppression is not null;

    private static FileResult Lint(string path, string text, SuppressionDialects dialects) =>
        new Linter(
            new LintOptions
            {
                Rules = Preset.Load("all"),
                SuppressionDialects = dialects,
                Today = new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero),
            }
        ).Lint(path, text);
}
