using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildContexts;

internal sealed class InvalidIgnorePatternTests() : RuleTest("DL1010")
{
    private static readonly InMemoryFiles Malformed = new() { [".dockerignore"] = "a\n[b\n" };

    [TestCase("FROM scratch AS a\nRUN x\n[|COPY|] c /x/\nCOPY c /x/\nFROM scratch\nADD c /x/\n")]
    [TestCase("FROM scratch AS a\nFROM scratch\nCOPY --from=a c /x/\n")]
    public void The_first_instruction_that_needs_the_context_is_reported(string markup) =>
        Verify(markup, Malformed, []);

    [Test]
    public void The_finding_shows_the_pattern() =>
        Verify("FROM scratch\n[|COPY|] c /x/\n", Malformed, [])[0]
            .RelatedLocations[0]
            .Location.ToString()
            .Should()
            .Be(".dockerignore:2:1");

    [Test]
    public void Nothing_is_said_where_nothing_is_known() => Verify("FROM scratch\nCOPY c /x/\n");
}
