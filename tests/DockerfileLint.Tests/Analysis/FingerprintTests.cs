using DockerfileLint.Analysis;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Analysis;

internal sealed class FingerprintTests
{
    private const string Before = "FROM a:1\nRUN curl https://x | sh\nRUN curl https://y | sh\nUSER root\n";

    [TestCase("# c\n\n" + Before, Description = "lines above")]
    [TestCase(Before + "# c\n", Description = "lines below")]
    [TestCase(
        "FROM a:2\nRUN curl https://x | sh\nRUN curl https://y | sh\nUSER root\n",
        Description = "another line changed"
    )]
    [TestCase(
        "FROM a:1\nRUN  curl\thttps://x | sh\n  RUN curl https://y | sh\nUSER root  \n",
        Description = "blanks of the line itself"
    )]
    [TestCase(
        "FROM a:1\r\nRUN curl https://x | sh\r\nRUN curl https://y | sh\r\nUSER root\r\n",
        Description = "line ends"
    )]
    [TestCase(
        "FROM a:1\nENV A=b c\nRUN curl https://x | sh\nRUN curl https://y | sh\nUSER root\n",
        Description = "a finding of another rule above"
    )]
    public void A_fingerprint_survives_edits_elsewhere(string after) =>
        GetFingerprints(after).Should().BeEquivalentTo(GetFingerprints(Before));

    [Test]
    public void A_finding_in_the_middle_of_equals_leaves_the_ones_above_alone()
    {
        string[] two = GetFingerprints("FROM a:1\nRUN curl https://x | sh\nRUN curl https://x | sh\n");
        string[] three = GetFingerprints(
            "FROM a:1\nRUN curl https://x | sh\nRUN curl https://x | sh\nRUN curl https://x | sh\n"
        );

        two.Should().OnlyHaveUniqueItems();
        three[..2].Should().Equal(two);
    }

    [TestCase("FROM a:1\nRUN curl https://z | sh\n", Description = "another line")]
    [TestCase("FROM a:1 AS b\nRUN curl https://x | sh\n", Description = "another stage")]
    public void A_fingerprint_depends_on_line_and_stage(string other) =>
        GetFingerprints(other).Should().NotIntersectWith(GetFingerprints("FROM a:1\nRUN curl https://x | sh\n"));

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
        string[] fingerprints = GetFingerprints("FROM a:1\nRUN curl https://x | sh && curl https://x | sh\n");

        fingerprints
            .Should()
            .HaveCount(2)
            .And.OnlyHaveUniqueItems()
            .And.AllSatisfy(fingerprint => fingerprint.Should().MatchRegex("^[0-9a-f]{16}$"));
    }

    [Test]
    public void Equal_findings_differ_however_many_there_are() =>
        GetFingerprints("FROM a:1\n" + string.Concat(Enumerable.Repeat("RUN curl https://x | sh\n", 70_000)))
            .Should()
            .OnlyHaveUniqueItems();

    private static string[] GetFingerprints(string text) => Get(Lint.Run(text));

    private static string[] Get(FileResult result)
    {
        string[] fingerprints =
        [
            .. result
                .Findings.Where(finding => finding.Rule.Id is "DL5010" or "DL3002")
                .Select(finding => finding.Fingerprint),
        ];
        fingerprints.Should().NotBeEmpty();
        return fingerprints;
    }
}
