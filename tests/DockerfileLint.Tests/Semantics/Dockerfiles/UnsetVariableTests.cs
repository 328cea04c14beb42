using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

/// <summary>A variable that nothing sets is empty for the builder, and what is written beside it counts.</summary>
internal sealed class UnsetVariableTests
{
    private static readonly LintOptions AllRules = new() { Rules = Preset.Load("all") };

    [TestCase("ARG X\nFROM ${X}alpine\nUSER 1\n", "DL3006")]
    [TestCase("ARG X\nFROM alpine${X}:latest\nUSER 1\n", "DL3007")]
    [TestCase("ARG X\nFROM ${X}alpine:3\n", "DL5001")]
    [TestCase("FROM ${TARGETVARIANT}alpine:3\n", "DL5001")]
    [TestCase("FROM debian:12\nARG X\nEXPOSE 22${X}\n", "DL5014")]
    [TestCase("FROM debian:12\nEXPOSE ${X}22\n", "DL5014")]
    [TestCase("FROM debian:12\nARG X\nCOPY --chmod=77${X}7 a /a\n", "DL5011")]
    [TestCase("FROM debian:12\nARG X\nADD ${X}https://a.example.com/b /c\n", "DL5009")]
    [TestCase("FROM debian:12\nARG X\nADD ${X}http://a.example.com/b /c\n", "DL5008")]
    [TestCase("FROM debian:12\nARG X\nVOLUME /var/run/${X}docker.sock\n", "DL5018")]
    [TestCase("FROM debian:12\nARG X\nWORKDIR ${X}/proc\n", "DL5015")]
    [TestCase("FROM debian:12\nARG X\nENV PYTHONHTTPSVERIFY=${X}0\n", "DL5006")]
    [TestCase("FROM debian:12\nARG X\nENV Y=${X}22\nEXPOSE $Y\n", "DL5014")]
    public void A_finding_does_not_vanish_behind_one(string text, string rule) =>
        Find(text).Should().Contain(finding => finding.Rule.Id == rule);

    [TestCase("ARG X\nFROM $X\n", "DL5019")]
    [TestCase("ARG X\nFROM alpine:${X}\n", "DL5019", Description = "no image without it")]
    [TestCase("ARG X\nFROM --platform=linux/${X} a\n", "DL1008")]
    [TestCase("FROM debian:12\nARG X\nEXPOSE $X\n", "DL3011")]
    [TestCase("FROM debian:12\nARG X\nEXPOSE ${X}-\n", "DL1008")]
    [TestCase("FROM debian:12\nARG X\nCOPY --from=a --chmod=${X}x b c\n", "DL1008")]
    [TestCase("FROM debian:12\nARG X\nSTOPSIGNAL SIG${X}\n", "DL1008")]
    [TestCase("FROM debian:12\nARG X\nUSER $X\n", "DL3002")]
    [TestCase("FROM debian:12\nARG X\nWORKDIR $X\n", "DL3000")]
    public void Nothing_is_said_where_somebody_has_to_set_it(string text, string rule) =>
        Find(text).Should().NotContain(finding => finding.Rule.Id == rule);

    [TestCase("ARG X\nFROM ${X}alpine\nUSER 1\n", "DL3006", "X")]
    [TestCase("FROM debian:12\nARG X\nEXPOSE 22${X}\n", "DL5014", "X")]
    [TestCase("FROM debian:12\nARG A\nENV B=${A}\nCOPY --chmod=77${B}7 a /a\n", "DL5011", "B")]
    public void A_finding_says_on_what_it_rests(string text, string rule, string name) =>
        Find(text)
            .Single(finding => finding.Rule.Id == rule)
            .RelatedLocations.Should()
            .ContainSingle()
            .Which.Message.Should()
            .Be($"'{name}' is taken for empty, since nothing in the file sets it.");

    [TestCase("FROM registry.example.com/a\nEXPOSE 22${X}\n", "DL5014")]
    [TestCase("FROM registry.example.com/a\nCOPY --chmod=77${X}7 a /a\n", "DL5011")]
    [TestCase("FROM registry.example.com/a\nUSER ${X}root\n", "DL3002")]
    [TestCase("FROM registry.example.com/a\nARG TARGETOS\nEXPOSE 22${TARGETOS#linux}\n", "DL5014")]
    public void What_something_outside_may_set_may_be_empty(string text, string rule) =>
        Find(text).Single(finding => finding.Rule.Id == rule).Message.Template.Id.Should().Be("perhaps");

    [TestCase("ARG X=registry.example.com/\nFROM ${X}alpine\nUSER 1\n")]
    [TestCase("ARG X\nFROM ${X:-registry.example.com/}alpine\nUSER 1\n")]
    public void A_default_is_not_taken_for_empty(string text) =>
        Find(text).Should().OnlyContain(finding => finding.RelatedLocations.IsEmpty);

    private static IReadOnlyList<Finding> Find(string text) => Lint.Run(text, AllRules).Findings;
}
