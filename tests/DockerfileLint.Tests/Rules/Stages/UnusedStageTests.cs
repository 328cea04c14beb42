using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Stages;

internal sealed class UnusedStageTests() : RuleTest("DL6016")
{
    [TestCase("FROM [|a|]\nRUN b\nFROM c\n")]
    [TestCase("FROM a\nFROM b\nCOPY --from=0 c d\n")]
    [TestCase("FROM a\nFROM b\nRUN --mount=type=bind,from=0,target=/c d\n")]
    [TestCase("FROM a\nFROM b\nONBUILD COPY --from=0 c d\n")]
    [TestCase("FROM a AS b\nFROM b\n")]
    [TestCase("FROM [|a|]\nFROM b AS c\nFROM d\nCOPY --from=c e f\n")]
    [TestCase("ARG X=0\nFROM a\nFROM b\nCOPY --from=$X c d\n")]
    [TestCase("ARG X=a\nFROM a\nFROM $X\n")]
    [TestCase("FROM a\n")]
    public void A_stage_without_a_name(string text) => Verify(text);

    [TestCase("FROM a AS [|b|]\nFROM c\n")]
    [TestCase("FROM a AS b\nFROM b AS [|test|]\nFROM b\n")]
    public void A_stage_with_a_name(string text) => Verify(text);

    [Test]
    public void By_default_a_name_may_be_a_target() =>
        Lint.Run("FROM debian:13 AS test\nFROM debian:13\nFROM debian:13\nUSER 1\n")
            .Findings.Should()
            .ContainSingle(finding => finding.Rule.Id == "DL6016")
            .Which.Location.Span.Start.Should()
            .Be(28);
}
