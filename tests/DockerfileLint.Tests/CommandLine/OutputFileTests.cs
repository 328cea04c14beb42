using DockerfileLint.CommandLine.Output;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>What a report may be written over, and what stays behind where it cannot be written.</summary>
internal sealed class OutputFileTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("link.sarif", "link.sarif")]
    [TestCase("dangling.sarif", "dangling.sarif")]
    [TestCase("folder/report.sarif", "folder")]
    [TestCase("folder/deep/report.sarif", "folder")]
    [TestCase("./folder/../link.sarif", "link.sarif")]
    [TestCase("../root/link.sarif", "link.sarif")]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void Links_are_refused_unless_they_are_allowed(string output, string link)
    {
        _folder.Write("victim", "mine\n");
        _folder.Write("outside/deep/victim", "mine\n");
        _folder.Write("root/Dockerfile");
        _folder.Link("root/link.sarif", "../victim");
        _folder.Link("root/dangling.sarif", "../created");
        _folder.Link("root/folder", "../outside");

        CommandLineRun refused = Run("root", "--format", "sarif", "--output", output);

        refused.ExitCode.Should().Be(2);
        refused
            .Error.Should()
            .Be(
                $"error: --output '{output}' is not written: '{link}' is a link. Name the file itself, "
                    + "or allow links with --output-follow-links.\n"
            );
        File.ReadAllText(_folder["victim"]).Should().Be("mine\n");
        File.Exists(_folder["created"]).Should().BeFalse();
        Directory.GetFileSystemEntries(_folder["outside"]).Should().ContainSingle();
        Run("root", "hadolint", "Dockerfile", "-f", "sarif", "-o", output).Error.Should().Contain("is a link");

        Run("root", "--format", "sarif", "--output", output, "--output-follow-links", "--no-fail")
            .ExitCode.Should()
            .Be(0);
        File.Exists(_folder["root/" + output]).Should().BeTrue();
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void Links_in_the_repository_above_the_working_directory_are_refused_and_those_that_lead_there_are_not()
    {
        _folder.Write("real/.git/HEAD", "");
        _folder.Write("real/sub/Dockerfile");
        _folder.Write("outside/file");
        _folder.Link("real/out", "../outside");
        _folder.Link("alias", "real");

        Run("real/sub", "--format", "json", "--output", "../out/a.json").Error.Should().Contain("out' is a link");
        Run("alias/sub", "--format", "json", "--output", "a.json", "--no-fail").ExitCode.Should().Be(0);
        Run("real/sub", "--format", "json", "--output", _folder["alias/sub/b.json"], "--no-fail")
            .ExitCode.Should()
            .Be(0);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void A_file_to_lint_is_never_left_out_because_it_is_an_output()
    {
        _folder.Write("Dockerfile", "FROM debian\n");
        _folder.Link("report", "Dockerfile");

        CommandLineRun run = Run("", "--format", "text", "--output", "report", "--output-follow-links");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("'Dockerfile' is both a file to lint and an --output.");
        File.ReadAllText(_folder["Dockerfile"]).Should().Be("FROM debian\n");
        Run("", "--output", "Dockerfile").ExitCode.Should().Be(2);
        Run("", "--output", "Dockerfile", "--exclude", "Dockerfile", "--no-fail").ExitCode.Should().Be(2);
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Permissions are others there.")]
    public void The_mode_of_an_existing_file_is_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Write("Dockerfile");
        _folder.Write("a.json", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        File.SetUnixFileMode(_folder["a.json"], Mode);

        Run("", "--format", "json", "--output", "a.json", "--no-fail").ExitCode.Should().Be(0);

        File.GetUnixFileMode(_folder["a.json"]).Should().Be(Mode);
        File.ReadAllText(_folder["a.json"]).Should().StartWith("{");
    }

    [Test]
    public void A_folder_is_no_output()
    {
        _folder.WriteAll("Dockerfile", "folder/notes");

        CommandLineRun run = Run("", "--format", "json", "--output", "folder");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Be("error: --output 'folder' cannot be written: it is a folder.\n");
        Directory.GetFileSystemEntries(_folder.Path).Should().HaveCount(2);
    }

    [Test]
    public void A_file_whose_stream_cannot_be_flushed_is_removed_all_the_same()
    {
        var file = OutputFile.Create(_folder["report"]);
        file.Stream.Write("text"u8);
        file.Stream.SafeFileHandle.Dispose();

        file.Invoking(failed => failed.Dispose()).Should().NotThrow();

        Directory.GetFileSystemEntries(_folder.Path).Should().BeEmpty();
    }

    private CommandLineRun Run(string folder, params string[] args) => CommandLineRun.Start(_folder[folder], args);
}
