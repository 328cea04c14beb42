using DockerfileLint.Analysis;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

internal sealed class FingerprintTests
{
    private const string Before = "FROM a:1\nRUN sudo x\nRUN sudo y\nUSER root\n";

    [TestCase("# c\n\n" + Before, Description = "lines above")]
    [TestCase(Before + "# c\n", Description = "lines below")]
    [TestCase("FROM a:2\nRUN sudo x\nRUN sudo y\nUSER root\n", Description = "another line changed")]
    [TestCase("FROM a:1\nRUN  sudo\tx\n  RUN sudo y\nUSER root  \n", Description = "blanks of the line itself")]
    [TestCase("FROM a:1\r\nRUN sudo x\r\nRUN sudo y\r\nUSER root\r\n", Description = "line ends")]
    [TestCase(
        "FROM a:1\nENV A=b c\nRUN sudo x\nRUN sudo y\nUSER root\n",
        Description = "a finding of another rule above"
    )]
    public void A_fingerprint_survives_edits_elsewhere(string after) =>
        GetFingerprints(after).Should().BeEquivalentTo(GetFingerprints(Before));

    [Test]
    public void A_finding_in_the_middle_of_equals_leaves_the_ones_above_alone()
    {
        string[] two = GetFingerprints("FROM a:1\nRUN sudo x\nRUN sudo x\n");
        string[] three = GetFingerprints("FROM a:1\nRUN sudo x\nRUN sudo x\nRUN sudo x\n");

        two.Should().OnlyHaveUniqueItems();
        three[..2].Should().Equal(two);
    }

    [TestCase("FROM a:1\nRUN sudo z\n", Description = "another line")]
    [TestCase("FROM a:1 AS b\nRUN sudo x\n", Description = "another stage")]
    public void A_fingerprint_depends_on_line_and_stage(string other) =>
        GetFingerprints(other).Should().NotIntersectWith(GetFingerprints("FROM a:1\nRUN sudo x\n"));

    [Test]
    public void A_fingerprint_depends_on_the_path()
    {
        Get(new Linter().Lint("a/Dockerfile", Before))
            .Should()
            .NotIntersectWith(Get(new Linter().Lint("b/Dockerfile", Before)));
    }

    [Test]
    public void Two_findings_in_one_line_differ()
    {
        string[] fingerprints = GetFingerprints("FROM a:1\nRUN sudo x && sudo x\n");

        fingerprints
            .Should()
            .HaveCount(2)
            .And.OnlyHaveUniqueItems()
            .And.AllSatisfy(fingerprint => fingerprint.Should().MatchRegex("^[0-9a-f]{16}$"));
    }

    [Test]
    public void Equal_findings_differ_however_many_there_are() =>
        GetFingerprints("FROM a:1\n" + string.Concat(Enumerable.Repeat("RUN sudo x\n", 70_000)))
            .Should()
            .OnlyHaveUniqueItems();

    private static string[] GetFingerprints(string text) => Get(Lint.Run(text));

    private static string[] Get(FileResult result)
    {
        string[] fingerprints =
        [
            .. result
                .Findings.Where(finding => finding.Rule.Id is "DL3004" or "DL3002")
                .Select(finding => finding.Fingerprint),
        ];
        fingerprints.Should().NotBeEmpty();
        return fingerprints;
    }
}
