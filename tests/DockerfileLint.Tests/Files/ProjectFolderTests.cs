using DockerfileLint.Analysis;
using DockerfileLint.Diagnostics;
using DockerfileLint.Files;
using DockerfileLint.Tests.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Files;

public class ProjectFolderTests
{
    [Test]
    public void A_folder_is_linted_as_the_command_line_lints_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("api/Dockerfile", "FROM a:1\nUSER root\n");
        folder.Write("compose.yaml", "services:\n  a:\n    extends: {file: base/base.yaml, service: b}\n");
        folder.Write("base/base.yaml", "services:\n  b: {image: a:1, privileged: true}\n");
        folder.Write("old/Dockerfile", "FROM a:1\nUSER root\n");
        folder.Write(".gitignore", "old/\n");

        LintResult result = new Linter().Lint(ProjectFolder.Open(folder.Path));

        result.Files.Select(file => file.Path).Should().Equal("api/Dockerfile", "base/base.yaml", "compose.yaml");
        result.Findings.Should().Contain(finding => finding.Location.ToString() == "api/Dockerfile:2:6");
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DC3001");
        result.Totals.Failures.Should().Be(0);
    }

    [TestCase("compose.yaml", ".env", true)]
    [TestCase("compose.yaml", "", false)]
    public void A_secret_is_the_repositorys_where_git_tracks_its_file(string first, string second, bool isReported)
    {
        using var folder = new TemporaryFolder();
        folder.WriteIndex(".git/index", 2, [.. new[] { first, second }.Where(path => path.Length > 0)]);
        folder.Write(".env", "DB_PASSWORD=hunter2\n");
        folder.Write("compose.yaml", "services:\n  a: {image: 'a:1', env_file: .env}\n");

        IEnumerable<Finding> findings = new Linter()
            .Lint(ProjectFolder.Open(folder.Path))
            .Findings.Where(finding => finding.Rule.Id == "DC5016");

        findings
            .Select(finding => $"{finding.Severity}: {finding.Message}")
            .Should()
            .Equal(isReported ? ["Warning: The repository keeps '.env', which holds the secret 'DB_PASSWORD'."] : []);
    }

    [Test]
    public void What_an_environment_file_lists_is_linted()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".env", "COMPOSE_FILE=deploy/stack:../x.yaml:gone.yaml\n");
        folder.Write("deploy/stack", "services:\n  b: {image: a:1, privileged: true}\n");

        LintResult result = new Linter().Lint(ProjectFolder.Open(folder.Path));

        result.Files.Select(file => file.Path).Should().Equal("../x.yaml", "deploy/stack");
        result.Findings.Should().Contain(finding => finding.Rule.Id == "DC3001");
        result.Files[0].Notifications.Single().Message.ToString().Should().Contain("outside");
    }

    [Test]
    public void What_cannot_be_read_is_said()
    {
        using var outside = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        outside.Write("file", "FROM a:1\n");
        folder.Link("Dockerfile", outside["file"]);

        FileResult result = new Linter().Lint(ProjectFolder.Open(folder.Path)).Files.Single();

        result.File.Should().BeNull();
        result.Notifications.Single().Message.ToString().Should().Contain("leads out of the linted folder");
    }

    [Test]
    public void A_folder_that_is_not_there_is_refused()
    {
        using var folder = new TemporaryFolder();

        Action open = () => ProjectFolder.Open(folder["no"]);

        open.Should().Throw<DirectoryNotFoundException>();
    }
}
