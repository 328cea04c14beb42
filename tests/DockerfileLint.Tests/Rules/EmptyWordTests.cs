using DockerfileLint.Analysis;
using DockerfileLint.Configuration;
using DockerfileLint.Semantics.Commands;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules;

/// <summary>Words without characters, or with one, wherever a command or an instruction may have a word.</summary>
internal sealed class EmptyWordTests
{
    private static readonly string[] Words = ["\"\"", "''", "\"\"''", "-", "=", "@", ".", "a", "\"-\"", "$X"];

    private static readonly string[] Subcommands =
    [
        "install",
        "in",
        "add",
        "get",
        "-c",
        "-u",
        "-o",
        "-x",
        "clean",
        "clone",
        "module install",
        "global add",
    ];

    private static readonly string[] Programs =
    [
        "apt-get",
        "apt",
        "aptitude",
        "apk",
        "yum",
        "dnf",
        "dnf5",
        "microdnf",
        "tdnf",
        "zypper",
        "rpm",
        "pip",
        "pip3",
        "pipx",
        "uv",
        "conda",
        "npm",
        "yarn",
        "pnpm",
        "bun",
        "gem",
        "go",
        "cargo",
        "composer",
        "git",
        "curl",
        "wget",
        "tar",
        "unzip",
        "rm",
        "cd",
        "ln",
        "chmod",
        "chown",
        "install",
        "mkdir",
        "useradd",
        "usermod",
        "adduser",
        "passwd",
        "chpasswd",
        "openssl",
        "sudo",
        "su",
        "env",
        "sh",
        "bash",
        "eval",
        "source",
        ".",
        "xargs",
        "find",
        "python",
        "perl",
        "node",
        "echo",
        "printf",
        "tee",
        "sed",
        "cat",
        "export",
        "set",
        "docker",
        "busybox",
    ];

    private static readonly string[] Instructions =
    [
        "FROM",
        "ARG",
        "ENV",
        "ENV A",
        "LABEL",
        "USER",
        "WORKDIR",
        "EXPOSE",
        "VOLUME",
        "COPY",
        "COPY a",
        "ADD",
        "COPY --from=",
        "COPY --chmod=",
        "COPY --chown=",
        "ADD --checksum=",
        "STOPSIGNAL",
        "SHELL",
        "HEALTHCHECK",
        "HEALTHCHECK CMD",
        "ONBUILD",
        "ONBUILD USER",
        "ONBUILD RUN",
        "RUN",
        "CMD",
        "ENTRYPOINT",
        "MAINTAINER",
        "RUN --mount=type=",
        "RUN --mount=type=cache,target=",
        "RUN --mount=from=",
        "FROM --platform=",
        "FROM x AS",
        "# syntax=",
        "# check=",
        "# dockerfile-lint ignore=",
        "# hadolint ignore=",
        "RUN <<",
        "COPY <<",
    ];

    private static readonly string[] RuleSets = ["all", "hadolint", "buildkit"];

    [Test]
    public void The_package_managers_of_this_test_are_all_there_are() =>
        Programs.Where(program => PackageManager.Find(program) is not null).Should().HaveCount(10);

    [Test]
    public void No_rule_crashes_at_a_command_with_one([ValueSource(nameof(Programs))] string program)
    {
        foreach (string subcommand in Subcommands)
        {
            string lines = string.Concat(
                Words.SelectMany(word =>
                    new[]
                    {
                        $"RUN {program} {subcommand} {word}\n",
                        $"RUN {program} {word} {subcommand} x\n",
                        $"RUN {program} {subcommand} x {word}\n",
                        $"RUN {program} {word}\n",
                        $"RUN {word} {program} {subcommand}\n",
                        $"RUN echo {word} | {program} {subcommand}{word}\n",
                        $"ONBUILD RUN {program} {subcommand}={word}\n",
                    }
                )
            );
            Check($"FROM debian:12\nARG X\n{lines}RUN [\"{program}\", \"{subcommand}\", \"\"]\nCMD [\"\", \"\"]\n");
        }
    }

    [Test]
    public void No_rule_crashes_at_an_instruction_with_one([ValueSource(nameof(Instructions))] string instruction)
    {
        string space = instruction.EndsWith('=') ? "" : " ";
        foreach (string word in Words)
        {
            Check($"{instruction}{space}{word}\n");
            Check($"FROM debian:12\nARG X\n{instruction}{space}{word}\n");
            Check($"FROM debian:12\nARG X\n{instruction}{space}{word} x\n");
        }
    }

    private static void Check(string text)
    {
        foreach (string preset in RuleSets)
        {
            Lint.Run(text, new LintOptions { Rules = Preset.Load(preset) })
                .Notifications.Should()
                .BeEmpty("of {0} by {1}", text, preset);
        }
    }
}
