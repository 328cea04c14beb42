using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

/// <summary>What a stage leaves in its image beside files.</summary>
internal sealed class ImageConfigurationTests
{
    [Test]
    public void Stages_add_to_what_they_are_built_on()
    {
        ImageConfiguration image = Create(
            "FROM scratch AS base\nENV A=1 B=2\nEXPOSE 80\nVOLUME /data\nSTOPSIGNAL SIGINT\n"
                + "FROM base\nENV A=3\nARG P=53/UDP\nEXPOSE $P 8000-8010\nVOLUME [\"/log\"]\n"
        );

        image.Environment.Select(pair => $"{pair.Key}={pair.Value}").Should().Equal("A=3", "B=2");
        image.Ports.Select(port => port.ToString()).Should().Equal("80/tcp", "53/udp", "8000-8010/tcp");
        image.Ports.Select(port => port.Certainty).Should().Equal(Certainty.Known, Certainty.Default, Certainty.Known);
        image.Volumes.Select(volume => volume.ToString()).Should().Equal("/data", "/log");
        image.StopSignal.ToString().Should().Be("SIGINT");
        image.IsComplete.Should().BeTrue();
    }

    [TestCase("FROM a\nWORKDIR /a\nWORKDIR b", "/a/b", Certainty.Known)]
    [TestCase("FROM a\nWORKDIR /a\nWORKDIR /b", "/b", Certainty.Known)]
    [TestCase("FROM scratch\nWORKDIR b", "/b", Certainty.Known)]
    [TestCase("FROM a\nWORKDIR b", "b", Certainty.Unknown)]
    [TestCase("FROM a\nARG D=/x\nWORKDIR $D\nWORKDIR y/", "/x/y/", Certainty.Default)]
    public void A_relative_directory_starts_from_the_one_before_it(string text, string path, Certainty certainty)
    {
        Fact<string> directory = Create(text).WorkingDirectory!.Value;

        (directory.DisplayText, directory.Certainty).Should().Be((path, certainty));
    }

    [TestCase("FROM a\nCMD b\nENTRYPOINT [\"c\"]", "[\"c\"]", "b")]
    [TestCase("FROM a AS x\nCMD b\nFROM x\nENTRYPOINT c", "c", null)]
    [TestCase("FROM a AS x\nENTRYPOINT c\nFROM x\nCMD b", "c", "b")]
    [TestCase("FROM a", null, null)]
    public void An_entry_point_drops_the_command_of_its_base(string text, string? entrypoint, string? command)
    {
        ImageConfiguration image = Create(text);

        image.Entrypoint?.ToString().Should().Be(entrypoint);
        image.Command?.ToString().Should().Be(command);
    }

    [TestCase("FROM a", null)]
    [TestCase("FROM a\nHEALTHCHECK CMD x", true)]
    [TestCase("FROM a AS b\nHEALTHCHECK CMD x\nFROM b\nHEALTHCHECK none", false)]
    [TestCase("FROM a AS b\nONBUILD HEALTHCHECK CMD x\nFROM b", true)]
    public void The_last_health_check_counts(string text, bool? expected)
    {
        Fact<bool>? healthcheck = Create(text).Healthcheck;

        (healthcheck.TryGetValue(out bool isEnabled) ? isEnabled : (bool?)null).Should().Be(expected);
    }

    private static ImageConfiguration Create(string text) =>
        ImageConfiguration.Of(DockerfileModel.Create(DockerfileSyntaxTree.Parse(text)).FinalStage!);
}
