using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public sealed class SuppressCommandTests
{
    [Test]
    public void Findings_of_an_instruction_share_a_comment_above_it()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write(
            "Dockerfile",
            """
            # The shop.
            FROM node
            # hadolint ignore=DL3059
            RUN sudo apt install curl
            USER root

            """
        );

        CommandLineRun run = Suppress(folder, "--reason", "before the move");

        File.ReadAllText(path)
            .Should()
            .Be(
                """
                # The shop.
                # dockerfile-lint ignore=DL3006 reason=before the move
                FROM node
                # dockerfile-lint ignore=DL3004,DL3014,DL3015,DL3027 reason=before the move
                # hadolint ignore=DL3059
                RUN sudo apt install curl
                # dockerfile-lint ignore=DL3002 reason=before the move
                USER root

                """
            );
        run.Error.Should().Contain("suppressed 6 findings in 1 file; 0 left, 0 refused");
        run.ExitCode.Should().Be(0);
        CommandLineRun.Start(folder.Path).Output.Should().Contain("No findings in 1 file, 6 suppressed");
    }

    [Test]
    public void All_places_of_a_finding_get_a_comment()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("Dockerfile", "FROM alpine:3.21\nENV A b\nENV C d\nUSER 10001\n");

        Suppress(folder, "--reason", "old");

        File.ReadAllText(path)
            .Should()
            .Be(
                "FROM alpine:3.21\n# dockerfile-lint ignore=DL6007 reason=old\nENV A b\n"
                    + "# dockerfile-lint ignore=DL6007 reason=old\nENV C d\nUSER 10001\n"
            );
    }

    [Test]
    public void Entries_of_a_Compose_file_get_a_comment_in_their_column()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write(
            "compose.yaml",
            """
            services:
              web:
                image: nginx:1.29
                privileged: true
                volumes:
                  - /var/run/docker.sock:/s
                command: |
                  nginx

            """
        );

        Suppress(folder, "--reason", "the lab", "--rule", "DC3001,DC2009");

        File.ReadAllText(path)
            .Should()
            .Be(
                """
                services:
                  web:
                    image: nginx:1.29
                    # dockerfile-lint ignore=DC3001 reason=the lab
                    privileged: true
                    volumes:
                      # dockerfile-lint ignore=DC2009 reason=the lab
                      - /var/run/docker.sock:/s
                    command: |
                      nginx

                """
            );
    }

    [Test]
    public void A_difference_is_shown_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("Dockerfile", "FROM alpine:3.21\r\nENV A b\r\nUSER 10001\r\n");

        CommandLineRun run = Suppress(folder, "--reason", "old", "--diff");

        run.Output.Should().Contain("+# dockerfile-lint ignore=DL6007 reason=old\r\n ENV A b\r\n");
        run.Error.Should().Contain("would suppress 1 finding in 1 file");
        run.ExitCode.Should().Be(1);
        File.ReadAllText(path).Should().NotContain("#");
    }

    [Test]
    public void What_breaks_the_build_is_left()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("Dockerfile", "FROM alpine:3.21\nRUNN x\nUSER 10001\n");

        Suppress(folder, "--reason", "old").Error.Should().Contain("suppressed 0 findings in 0 files; 1 left");

        File.ReadAllText(path).Should().NotContain("#");
    }

    [TestCase(TestName = "No reason")]
    [TestCase("--reason", " ", TestName = "A blank reason")]
    [TestCase("--reason", "a\nUSER root", TestName = "A reason of two lines")]
    public void A_reason_of_one_line_is_needed(params string[] args)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("Dockerfile", "FROM alpine\n");

        Suppress(folder, args).ExitCode.Should().Be(2);

        File.ReadAllText(path).Should().Be("FROM alpine\n");
    }

    private static CommandLineRun Suppress(TemporaryFolder folder, params string[] args) =>
        CommandLineRun.Start(folder.Path, ["suppress", .. args]);
}
