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
