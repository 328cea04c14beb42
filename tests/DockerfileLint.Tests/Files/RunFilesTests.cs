using DockerfileLint.Files;
using DockerfileLint.Tests.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Files;

public sealed class RunFilesTests
{
    private static readonly string[] ComposeNames = ["compose.yaml", "docker-compose.yml"];

    [Test]
    public void What_a_walk_has_listed_is_not_looked_up_again()
    {
        using var folder = new TemporaryFolder();
        folder.WriteAll("a/b/Dockerfile", "a/Docker-Compose.yml", "a/b/Dockerfile.dockerignore");
        InputFile[] inputs = Walk(folder);
        var files = new RunFiles(folder.Path, Stream.Null, keepsListings: true);
        Array.ForEach(inputs, files.Add);

        files.AreMissing("a/b", ComposeNames).Should().BeTrue();
        files.AreMissing("", ComposeNames).Should().BeTrue("the walk started there");
        files.AreMissing("a", ComposeNames).Should().BeFalse("some file systems do not tell the case of letters");
        files.IsMissing("a/.dockerignore").Should().BeTrue();
        files.IsMissing(".dockerignore").Should().BeTrue();
        files.IsMissing("a/b/.dockerignore").Should().BeFalse("the folder holds an ignore file");
        files.IsMissing("a/b/package.json").Should().BeFalse("nobody has noted that");
        files.AreMissing("elsewhere", ComposeNames).Should().BeFalse("no walk came by");
    }

    [Test]
    public void A_folder_is_known_as_long_as_one_of_its_files_is_linted()
    {
        using var folder = new TemporaryFolder();
        folder.WriteAll("a/b/Dockerfile", "a/c/Dockerfile");
        InputFile[] inputs = Walk(folder);
        var files = new RunFiles(folder.Path, Stream.Null, keepsListings: true);
        Array.ForEach(inputs, files.Add);

        files.Remove(inputs[0]);

        files.IsMissing("a/b/.dockerignore").Should().BeFalse();
        files.IsMissing("a/c/.dockerignore").Should().BeTrue();
        files.IsMissing("a/.dockerignore").Should().BeTrue();

        files.Remove(inputs[1]);

        files.IsMissing("a/.dockerignore").Should().BeFalse();
    }

    [Test]
    public void Who_reads_again_looks_again()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Dockerfile");
        var files = new RunFiles(folder.Path, Stream.Null);
        Array.ForEach(Walk(folder), files.Add);

        files.IsMissing(".dockerignore").Should().BeFalse();
    }

    [Test]
    public void A_link_says_nothing_of_the_folder_that_it_leads_to()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b/Dockerfile.real");
        Directory.CreateDirectory(Path.Combine(folder.Path, "a"));
        File.CreateSymbolicLink(
            Path.Combine(folder.Path, "a", "Dockerfile"),
            Path.Combine("..", "b", "Dockerfile.real")
        );
        var files = new RunFiles(folder.Path, Stream.Null, keepsListings: true);
        Array.ForEach(Array.FindAll(Walk(folder), input => input.Path == "a/Dockerfile"), files.Add);

        files.IsMissing("b/.dockerignore").Should().BeFalse();
    }

    private static InputFile[] Walk(TemporaryFolder folder) =>
        [
            .. FileDiscovery
                .Start(["."], folder.Path, folder.Path, language: null, [])
                .Enumerate(CancellationToken.None)
                .Where(input => input.Path.EndsWith("Dockerfile", StringComparison.Ordinal)),
        ];
}
