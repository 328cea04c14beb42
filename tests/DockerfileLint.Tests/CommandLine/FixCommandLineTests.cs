using System.Runtime.Versioning;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public sealed class FixCommandLineTests
{
    private const string Legacy = "FROM alpine:3.21\nENV A b\nRUN apk add curl\nUSER 10001\n";
    private const string Mended = "FROM alpine:3.21\nENV A=b\nRUN apk add --no-cache curl\nUSER 10001\n";

    [Test]
    public void Files_are_mended_and_what_is_left_is_reported()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("Dockerfile", Legacy);

        CommandLineRun run = CommandLineRun.Start(folder.Path, "--fix");

        File.ReadAllText(path).Should().Be(Mended);
        run.Output.Should().NotContain("DL6007").And.NotContain("DL3019");
        run.Error.Should().Contain("fixed 2 findings in 1 file; 0 left, 0 refused");
        run.ExitCode.Should().Be(0);
    }

    [Test]
    public void Reports_have_the_fixes_only_where_they_are_asked_for([Values("json", "sarif")] string format)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile", "FROM node:22-alpine\nENV A b\nUSER node\nCMD node a.js\n");

        string without = CommandLineRun.Start(folder.Path, "--format", format).Output;
        string report = CommandLineRun.Start(folder.Path, "--format", format, "--report-fixes").Output;

        without.Should().NotContain("applicability");
        report
            .Should()
            .Contain("\"applicability\":\"safe\"")
            .And.Contain("\"text\":\"=b\"")
            .And.Contain("\"applicability\":\"unsafe\",\"effect\":\"The program runs without a shell around it");
    }

    [Test]
    public void Findings_with_a_fix_are_counted()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile", "FROM node:22-alpine\nENV A b\nUSER node\nCMD node a.js\n");

        CommandLineRun run = CommandLineRun.Start(folder.Path, "--statistics");

        run.Output.Should().Contain(", 2 fixable (1 unsafe)");
        run.Error.Should().Contain("DL6007  legacy-key-value-format (1 fixable)");
    }

    [Test]
    public void A_file_with_bytes_that_are_no_text_is_left_and_that_is_told()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "Dockerfile");
        byte[] bytes = [.. "FROM alpine:3.21\nENV A b\nUSER 10001\n# "u8, 0xFF, (byte)'\n'];
        File.WriteAllBytes(path, bytes);

        CommandLineRun run = CommandLineRun.Start(folder.Path, "--fix");

        File.ReadAllBytes(path).Should().Equal(bytes);
        run.Error.Should()
            .Contain("Dockerfile:2:5: DL6007 is not fixed: the file has bytes that are no text.")
            .And.Contain("fixed 0 findings in 0 files; 2 left, 1 refused");
    }

    [Test]
    public void A_difference_is_shown_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("Dockerfile", Legacy);

        CommandLineRun run = CommandLineRun.Start(folder.Path, "--diff");

        run.Output.Should()
            .Be(
                """
                --- a/Dockerfile
                +++ b/Dockerfile
                @@ -1,4 +1,4 @@
                 FROM alpine:3.21
                -ENV A b
                -RUN apk add curl
                +ENV A=b
                +RUN apk add --no-cache curl
                 USER 10001

                """
            );
        run.ExitCode.Should().Be(1);
        File.ReadAllText(path).Should().Be(Legacy);
    }

    [Test]
    public void Where_there_is_nothing_to_mend_a_difference_is_empty_and_the_run_succeeds()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile", "FROM alpine\n");

        CommandLineRun run = CommandLineRun.Start(folder.Path, "--diff");

        run.Output.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
    }

    [Test]
    public void A_difference_has_colours_where_they_are_wanted()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile", Legacy);

        CommandLineRun run = CommandLineRun.Start(folder.Path, "--diff", "--color", "always");

        run.Output.Should().Contain("\u001B[31m-ENV A b\u001B[0m\n").And.Contain("\u001B[32m+ENV A=b\u001B[0m\n");
    }

    [Test]
    public void Standard_input_goes_mended_to_standard_output([Values(Legacy, Mended)] string text)
    {
        using var folder = new TemporaryFolder();

        CommandLineRun run = CommandLineRun.Start(folder.Path, ["-", "--fix"], text);

        run.Output.Should().Be(Mended);
    }

    [Test]
    public void Fixes_of_named_rules_alone_are_applied()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("Dockerfile", Legacy);

        CommandLineRun.Start(folder.Path, "--fix", "--fix-rule", "legacy-key-value-format");

        File.ReadAllText(path).Should().Be(Legacy.Replace("A b", "A=b", StringComparison.Ordinal));
    }

    [Test]
    public void Unsafe_fixes_are_asked_for()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("Dockerfile", "FROM node:22-alpine\nUSER node\nCMD node a.js\n");

        CommandLineRun.Start(folder.Path, "--fix");
        string safe = File.ReadAllText(path);
        CommandLineRun.Start(folder.Path, "--fix", "--unsafe-fixes");

        safe.Should().Contain("CMD node a.js");
        File.ReadAllText(path).Should().Contain("CMD [\"node\", \"a.js\"]");
    }

    [TestCase("--unsafe-fixes")]
    [TestCase("--fix-rule", "DL3019")]
    public void What_chooses_fixes_needs_fixes(params string[] args)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile", Legacy);

        CommandLineRun run = CommandLineRun.Start(folder.Path, args);

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("needs --fix or --diff");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void A_link_is_not_written()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("real", Legacy);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "Dockerfile"), path);

        CommandLineRun run = CommandLineRun.Start(folder.Path, "--fix", "Dockerfile");

        File.ReadAllText(path).Should().Be(Legacy);
        run.Error.Should().Contain("Dockerfile is not written: it is a link");
        run.ExitCode.Should().Be(3);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public void The_mode_of_a_file_stays()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("Dockerfile", Legacy);
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(path, Mode);

        CommandLineRun.Start(folder.Path, "--fix");

        File.ReadAllText(path).Should().Be(Mended);
        File.GetUnixFileMode(path).Should().Be(Mode);
    }

    [Test]
    public void A_fix_that_cannot_be_proven_is_told()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile", "FROM alpine:3.21\nADD a b\n");

        CommandLineRun run = CommandLineRun.Start(folder.Path, "--fix");

        run.Error.Should().Contain("note: Dockerfile:2:1: DL3020 is not fixed: DL3045 would be reported.");
    }
}
