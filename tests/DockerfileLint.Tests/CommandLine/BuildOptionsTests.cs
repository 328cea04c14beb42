using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>What <c>docker build</c> is asked for, asked of <c>lint</c>.</summary>
internal sealed class BuildOptionsTests
{
    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("", "3:6")]
    [TestCase("--build-arg U=app", "")]
    [TestCase("--build-arg U=0", "3:6")]
    [TestCase("--build-arg U", "")]
    [TestCase("--target swarm --build-arg U=app", "")]
    [TestCase("--target dev", "5:6")]
    [TestCase("--target compose --target dev", "5:6")]
    [TestCase("--build-target DEV --build-arg U=app", "5:6")]
    [TestCase("--build-target 0 --build-arg U=app", "")]
    public void The_user_is_that_of_the_build(string options, string place)
    {
        _folder.Write(
            "Dockerfile",
            "FROM alpine AS base\nARG U=root\nUSER $U\nFROM base AS dev\nUSER root\nFROM base\n"
        );

        CommandLineRun run = Run($"Dockerfile --select DL3002 {options}");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(place.Length == 0 ? 0 : 1);
        run.Output.Should().Match($"*{place}*");
    }

    [Test]
    public void A_stage_that_is_not_there_is_reported()
    {
        _folder.Write("Dockerfile", "FROM scratch\nCOPY a /\nUSER 1\n");

        Run("Dockerfile --target nope").Output.Should().Contain("There is no stage 'nope'");
    }

    [TestCase("--target swram", "Did you mean 'swarm'?")]
    [TestCase("--target swarm --target compose", "exclude each other")]
    [TestCase("--target a --build-target b", "not 'a' and 'b'")]
    [TestCase("--build-arg =1", "has no name")]
    [TestCase("--platform arm64", "is no platform")]
    public void What_means_nothing_is_refused(string options, string message)
    {
        _folder.Write("Dockerfile", "FROM scratch\n");

        CommandLineRun run = Run($"Dockerfile {options}");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(message);
    }

    [Test]
    public void A_stage_may_be_called_as_what_runs_Compose_files()
    {
        _folder.Write("Dockerfile", "FROM alpine AS swarm\nUSER root\nFROM alpine\nUSER 1\n");

        Run("Dockerfile --select DL3002 --build-target swarm").ExitCode.Should().Be(1);
    }

    private CommandLineRun Run(string arguments) =>
        CommandLineRun.Start(_folder.Path, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
