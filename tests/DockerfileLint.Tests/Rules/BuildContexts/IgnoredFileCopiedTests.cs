using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildContexts;

internal sealed class IgnoredFileCopiedTests() : RuleTest("DL6008")
{
    private static readonly string[] AsBuildKit = ["behaviour=buildkit"];

    [TestCase("FROM scratch\nCOPY [|a|] b [|./a/|] /x/\n")]
    [TestCase("FROM scratch\nADD [[|\"a/b\"|], \"/x\"]\n")]
    [TestCase("FROM scratch\nARG F=a\nCOPY [|$F|] /x/\n")]
    [TestCase("FROM scratch\nARG F\nCOPY $F /x/\n")]
    [TestCase("FROM scratch AS a\nFROM scratch\nCOPY --from=a a /x/\n")]
    [TestCase("FROM scratch\nADD https://example.org/a git@example.org:a /x/\n")]
    [TestCase("FROM scratch\nCOPY <<a /x/\n1\na\n")]
    [TestCase("FROM scratch\nONBUILD COPY a /x/\n")]
    public void Local_sources_that_are_left_out_are_reported(string markup) => Verify(markup, Ignoring("a\n"), []);

    [Test]
    public void A_negation_that_takes_nothing_back_in_changes_nothing()
    {
        Verify("FROM scratch\nCOPY [|a|] c /x/\n", Ignoring("*\n!c\n"), []);
        Verify("FROM scratch\nCOPY a c /x/\n", Ignoring("*\n!c\n"), AsBuildKit);
    }

    [Test]
    public void A_leading_slash_is_still_in_the_context()
    {
        Verify("FROM scratch\nCOPY [|/a|] /x/\n", Ignoring("a\n"), []);
        Verify("FROM scratch\nCOPY /a /x/\n", Ignoring("a\n"), AsBuildKit);
    }

    [Test]
    public void The_finding_shows_the_pattern()
    {
        RelatedLocation related = Verify("FROM scratch\nCOPY [|a|] /x/\n", Ignoring("b\n*\n"), [])[0].RelatedLocations[
            0
        ];

        related.Location.ToString().Should().Be(".dockerignore:2:1");
    }

    [Test]
    public void The_file_that_is_named_after_the_Dockerfile_wins()
    {
        var files = new InMemoryFiles
        {
            ["x/app.Dockerfile.dockerignore"] = "b\n",
            ["x/.dockerignore"] = "a\n",
            [".dockerignore"] = "c\n",
        };

        Verify("FROM scratch\nCOPY a [|b|] c /x/\n", files, [], "x/app.Dockerfile");
        Verify("FROM scratch\nCOPY [|a|] b c /x/\n", files, [], "x/Dockerfile");
        Verify("FROM scratch\nCOPY a b c /x/\n", files, [], "y/Dockerfile");
    }

    [Test]
    public void Nothing_is_said_where_nothing_is_known() => Verify("FROM scratch\nCOPY a /x/\n");

    [Test]
    public void The_preset_of_the_build_checks_does_as_they_do() =>
        Preset.Load("buildkit").GetBehaviour(Rule).Should().Be(RuleBehaviour.BuildKit);

    private static InMemoryFiles Ignoring(string text) => new() { [".dockerignore"] = text };
}
