using DockerfileLint.CommandLine.Changes;
using DockerfileLint.CommandLine.Programs;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>Runs that are about a change: a diff that is handed in, or what git says.</summary>
internal sealed class ChangesTests
{
    private const string Old = "FROM debian:latest\nRUN sudo a\nUSER 1\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = new TemporaryFolder();
        _folder.Write("api/Dockerfile", Old + "RUN sudo b\n");
        _folder.Write("web/Dockerfile", Old);
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Only_the_files_of_a_diff_are_linted()
    {
        _folder.Write("change.diff", Diff);

        CommandLineRun run = Start("--changes", "change.diff");

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("api/Dockerfile:1:").And.Contain("Also at 4:5.").And.NotContain("web/");
        run.Output.Should().EndWith("in 1 file, 1 fixable (1 unsafe)\n");
    }

    [Test]
    public void Only_findings_on_changed_lines_are_reported_where_that_is_asked_for()
    {
        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["--changes", "-", "--diff-only", "--select", "DL3007,DL3004", "--format", "gitlab"],
            Diff
        );

        run.Output.Should().Contain("Also at 4:5.").And.NotContain("DL3007", "its line was there before");
        run.ExitCode.Should().Be(1);
    }

    [Test]
    public void A_change_without_a_file_to_lint_is_clean()
    {
        CommandLineRun run = CommandLineRun.Start(_folder.Path, ["--changes", "-"], "");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Be("No files were linted\n");
    }

    [Test]
    public void Paths_are_those_of_the_repository_wherever_the_run_starts()
    {
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");

        CommandLineRun run = CommandLineRun.Start(_folder["api"], ["--changes", "-"], Diff);

        run.Output.Should().Contain("\nDockerfile:2:5  ").And.Contain("Also at 4:5.");
    }

    [Test]
    public void Findings_of_a_baseline_are_not_said_to_be_over_where_others_are_left_out()
    {
        Start("--write-baseline", "known.txt");

        CommandLineRun run = CommandLineRun.Start(
            _folder.Path,
            ["--changes", "-", "--diff-only", "--baseline", "known.txt"],
            Diff
        );

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
    }

    [TestCase("--diff-only", "--diff-only needs the changes")]
    [TestCase("--changes - --changed-since main", "--changes and --changed-since exclude each other.")]
    [TestCase("--changes missing.diff", "--changes 'missing.diff' cannot be read")]
    [TestCase("--changes api/Dockerfile", "--changes 'api/Dockerfile' is no unified diff")]
    [TestCase("--changes - -", "Standard input is either a file to lint or the --changes.")]
    [TestCase("--changes - --write-baseline b.txt", "--write-baseline writes all findings")]
    public void Wrong_usage_is_told(string arguments, string message)
    {
        CommandLineRun run = Start(arguments.Split(' '));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(message);
    }

    [TestCase("--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n-a\n+b\n+c\n", "x:1-2")]
    [TestCase("--- a/x\n+++ b/x\n@@ -1,0 +2 @@\n+++ b/y\n@@ -9,0 +11,2 @@\n+a\n+b\n", "x:2,11-12")]
    [TestCase("--- a/x\n+++ b/x\n@@ -3,3 +3,3 @@ FROM\n a\n-b\n+c\n d\n\\ No newline at end of file\n", "x:4")]
    [TestCase("--- a/x\n+++ b/x\n@@ -4,2 +3,0 @@\n-a\n-b\n", "x:")]
    [TestCase("diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", "")]
    [TestCase("diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n", "y:")]
    [TestCase("diff --git a/b/x b/b/x\nnew file mode 100644\n--- /dev/null\n+++ b/b/x\n@@ -0,0 +1 @@\n+a\n", "b/x:1")]
    [TestCase("diff --git b/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n", "b/x:1")]
    [TestCase("--- b/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n", "b/x:1")]
    [TestCase("--- i/x\n+++ w/x\n@@ -0,0 +1 @@\n+a\n", "x:1")]
    [TestCase("--- x\t2026-01-01\n+++ x\t2026-01-02\n@@ -0,0 +1 @@\n+a\n", "x:1")]
    [TestCase("--- \"a/\\303\\274\\\"\\\\\"\n+++ \"b/\\303\\274\\\"\\\\\"\n@@ -0,0 +1 @@\n+a\n", "ü\"\\:1")]
    [TestCase("--- a/x\r\n+++ b/x\r\n@@ -0,0 +1 @@\r\n+a\r\n", "x:1")]
    [TestCase("diff --cc x\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,2 @@@\n++ b/z\n +++ b/y\n", "x:all")]
    [TestCase(
        "--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n+a\ndiff --git a/y b/y\n--- a/y\n+++ b/y\n@@ -1 +1 @@\n+c\n",
        "x:1 y:1"
    )]
    [TestCase("@@ -1,99999999999 +1 @@\n+a\n", null)]
    [TestCase("", "")]
    [TestCase("FROM debian\n", null)]
    public void A_diff_is_read_as_those_write_it_who_make_it(string diff, string? expected)
    {
        var changes = new ChangedLines();
        var paths = new List<string>();
        bool isDiff = UnifiedDiffReader.TryRead(
            diff,
            changes,
            path =>
            {
                paths.Add(path);
                return path;
            }
        );

        isDiff.Should().Be(expected is not null);
        if (expected is not null)
        {
            string.Join(' ', paths.Distinct().Select(path => $"{path}:{Show(changes, path)}")).Should().Be(expected);
        }
    }

    [Test]
    public void Any_text_is_read_to_its_end()
    {
        string[] lines =
        [
            "--- a/x",
            "+++ b/x",
            "@@ -1,2 +1,2 @@",
            "@@@ x",
            "+a",
            "-b",
            " c",
            "\\",
            "diff --git x",
            "",
            "\"",
        ];
        var random = new Random(1);
        for (int i = 0; i < 500; i++)
        {
            string diff = string.Join('\n', Enumerable.Range(0, 12).Select(_ => lines[random.Next(lines.Length)]));
            var changes = new ChangedLines();

            Action read = () => UnifiedDiffReader.TryRead(diff, changes, path => path);

            read.Should().NotThrow(diff);
        }
    }

    [Test]
    public void Git_says_what_a_branch_changed()
    {
        CreateRepository();
        CommandLineRun run = Start("--changed-since", "main", "--diff-only", "--select", "DL3004", "--no-group");

        run.Error.Should().BeEmpty();
        run.Output.Should().Contain("Also at 5:5.").And.Contain("new/Dockerfile:2:");
        run.Output.Should().Contain("(2 warnings) in 2 files").And.NotContain("web/");
        StartIn(_folder["api"], "--changed-since", "main", "--select", "DL3004")
            .Output.Should()
            .StartWith("Dockerfile:2:")
            .And.NotContain("new");
    }

    [TestCase("no-such-branch")]
    [TestCase("--output=pwned")]
    [TestCase("-O/dev/null")]
    public void A_revision_that_is_none_is_told_and_is_no_option(string revision)
    {
        CreateRepository();

        CommandLineRun run = Start($"--changed-since={revision}");

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("error: --changed-since: git failed, it ended with ");
        File.Exists(_folder["pwned"]).Should().BeFalse();
    }

    [Test]
    public void Nothing_that_the_repository_has_set_up_is_run()
    {
        CreateRepository();
        string marker = _folder["pwned"];
        string program = $"touch {marker}; cat";
        foreach (
            string key in (string[])
                [
                    "core.fsmonitor",
                    "diff.external",
                    "diff.x.command",
                    "diff.x.textconv",
                    "filter.x.clean",
                    "filter.x.process",
                    "filter.a=b.clean",
                    "core.pager",
                    "pager.diff",
                ]
        )
        {
            Git("config", key, program);
        }

        Git("config", "filter.x.required", "true");
        Git("config", "core.hooksPath", "hooks");
        _folder.Write("hooks/post-index-change", $"#!/bin/sh\n{program}\n");
        _folder.MakeExecutable("hooks/post-index-change");
        _folder.Write(".gitattributes", "api/* filter=x diff=x\nweb/* filter=a=b diff=x\n");
        File.SetLastWriteTimeUtc(_folder["web/Dockerfile"], DateTime.UtcNow.AddMinutes(1));

        CommandLineRun run = Start("--changed-since", "main");

        run.Error.Should().BeEmpty();
        run.Output.Should().Contain("Also at 5:5.");
        File.Exists(marker).Should().BeFalse();
    }

    [Test]
    public void Outside_of_a_repository_git_says_so()
    {
        FindGit();
        CommandLineRun run = Start("--changed-since", "main");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("git failed");
    }

    [Test]
    public void Without_git_that_is_told()
    {
        CommandLineRun run = CommandLineRun.Start(_folder.Path, "--changed-since", "main");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Be("error: --changed-since needs git, which is not in PATH.\n");
    }

    private static string Diff =>
        "diff --git a/api/Dockerfile b/api/Dockerfile\n--- a/api/Dockerfile\n+++ b/api/Dockerfile\n"
        + "@@ -3,0 +4 @@ USER 1\n+RUN sudo b\n";

    private static string Show(ChangedLines changes, string path)
    {
        if (changes.Intersects(path, 1000, 1000))
        {
            return "all";
        }

        int[] lines = [.. Enumerable.Range(1, 100).Where(line => changes.Intersects(path, line, line))];
        var text = new List<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            int first = lines[i];
            while (i + 1 < lines.Length && lines[i + 1] == lines[i] + 1)
            {
                i++;
            }

            text.Add(first == lines[i] ? $"{first}" : $"{first}-{lines[i]}");
        }

        return string.Join(',', text);
    }

    private static string FindGit()
    {
        string? git = ExternalProgram.Find("git", Environment.GetEnvironmentVariable("PATH"));
        if (git is null)
        {
            Assert.Ignore("There is no git.");
        }

        return git;
    }

    /// <summary>
    /// A branch that changes a file and commits that, changes it again, and adds one that git does not track, while
    /// another file is changed on the branch that it came from.
    /// </summary>
    private void CreateRepository()
    {
        FindGit();
        _folder.Write("api/Dockerfile", Old);
        Git("init", "-q", "-b", "main");
        Git("add", ".");
        Git("commit", "-qm", "Start");
        Git("checkout", "-q", "-b", "branch");
        _folder.Write("api/Dockerfile", Old + "WORKDIR /x\n");
        Git("commit", "-qam", "Change");
        Git("checkout", "-q", "main");
        _folder.Write("web/Dockerfile", Old + "RUN sudo c\n");
        Git("commit", "-qam", "Change another");
        Git("checkout", "-q", "branch");
        _folder.Write("api/Dockerfile", Old + "WORKDIR /x\nRUN sudo b\n");
        _folder.Write("new/Dockerfile", "FROM debian:13\nRUN sudo a\nUSER 1\n");
    }

    private void Git(params string[] arguments)
    {
        using var program = new ExternalProgram(
            FindGit(),
            variables =>
            {
                variables["GIT_CONFIG_GLOBAL"] = "/dev/null";
                foreach (string role in (string[])["AUTHOR", "COMMITTER"])
                {
                    variables[$"GIT_{role}_NAME"] = "a";
                    variables[$"GIT_{role}_EMAIL"] = "a@example.org";
                }
            }
        );
        ProgramOutput output = program.Run(_folder.Path, arguments, TimeSpan.FromMinutes(1));
        output.ExitCode.Should().Be(0, output.Error);
    }

    private CommandLineRun Start(params string[] arguments) => StartIn(_folder.Path, arguments);

    private static CommandLineRun StartIn(string folder, params string[] arguments) =>
        CommandLineRun.Start(
            folder,
            arguments,
            "",
            variables: new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" }
        );
}
