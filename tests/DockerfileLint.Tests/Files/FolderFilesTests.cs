using DockerfileLint.Files;
using DockerfileLint.Tests.CommandLine;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Files;

public sealed class FolderFilesTests
{
    [Test]
    public void A_file_is_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/.dockerignore", "x\n");

        SourceFile? file = new FolderFiles(folder.Path).Find("a/.dockerignore").File;

        file!.Path.Should().Be("a/.dockerignore");
        file.Text.ToString().Should().Be("x\n");
    }

    [Test]
    public void What_git_keeps_is_told_of_files_with_variables()
    {
        using var folder = new TemporaryFolder();
        folder.WriteIndex("repo/.git/index", 2, "a/.env", "Dockerfile");
        folder.WriteAll("repo/a/.env", "repo/a/.env.local", "repo/Dockerfile", "out.env");
        var files = new FolderFiles(folder.Path);

        files.Find("repo/a/.env").File!.IsTracked.Should().BeTrue();
        files.Find("repo/a/.env.local").File!.IsTracked.Should().BeFalse();
        files.Find("repo/Dockerfile").File!.IsTracked.Should().BeNull("nobody asks");
        files.Find("out.env").File!.IsTracked.Should().BeNull("there is no repository");
    }

    [Test]
    public void An_index_that_cannot_be_read_tells_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".git/index", "DIRC");
        folder.Write(".env");

        new FolderFiles(folder.Path).Find(".env").File!.IsTracked.Should().BeNull();
    }

    [TestCase(".dockerignore")]
    [TestCase("no/folder/.dockerignore")]
    [TestCase("file/.dockerignore")]
    public void What_is_not_there_is_known_to_be_missing(string path)
    {
        using var folder = new TemporaryFolder();
        folder.Write("file");

        new FolderFiles(folder.Path).Find(path).Status.Should().Be(SourceFileStatus.Missing);
    }

    [TestCase("../outside")]
    [TestCase("a/../../outside")]
    [TestCase("./file")]
    [TestCase("")]
    [TestCase("a\0b")]
    [TestCase("folder")]
    [TestCase("absolute-link")]
    [TestCase("dangling-link")]
    [TestCase("link-loop")]
    [TestCase("linked-folder/file")]
    public void Nothing_is_known_of_what_is_no_file_below_the_folder(string path)
    {
        using var outside = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        folder.WriteAll("file", "folder/file");
        outside.Write("file");
        folder.Link("absolute-link", outside["file"]);
        folder.Link("dangling-link", "nowhere");
        folder.Link("link-loop", "link-loop");
        folder.Link("linked-folder", outside.Path);

        new FolderFiles(folder.Path).Find(path).Status.Should().Be(SourceFileStatus.Unknown);
    }

    [Test]
    public void A_link_inside_the_folder_is_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("shared", "x\n");
        folder.Link("a/.dockerignore", "../shared");

        SourceFile? file = new FolderFiles(folder.Path).Find("a/.dockerignore").File;

        file!.Text.ToString().Should().Be("x\n");
    }

    [Test]
    public void The_ignore_file_beside_a_Dockerfile_counts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/Dockerfile", "FROM scratch\nCOPY x /\n");
        folder.Write("a/.dockerignore", "x\n");

        CommandLineRun
            .Start(folder.Path, "lint", ".", "--select", "DL6008")
            .Output.Should()
            .Contain("'a/.dockerignore'");
    }

    [Test]
    public void Standard_input_lies_in_a_folder_only_where_it_has_a_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".dockerignore", "x\n");
        const string Text = "FROM scratch\nCOPY x /\n";

        CommandLineRun.Start(folder.Path, ["lint", "-", "--select", "DL6008"], Text).ExitCode.Should().Be(0);
        CommandLineRun
            .Start(folder.Path, ["lint", "-", "--stdin-filename", "Dockerfile", "--select", "DL6008"], Text)
            .ExitCode.Should()
            .Be(1);
    }
}
