using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

/// <summary>Projects of several files on disk.</summary>
internal sealed class ProjectFilesTests
{
    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("1")]
    [TestCase("4")]
    public void Files_that_only_a_project_names_are_linted_too(string jobs)
    {
        _folder.Write("z/compose.yaml", "include: [../a/parts.yml]\nservices: {web: {image: 'a:1', extends: {file: base.yml, service: base}}}\n");
        _folder.Write("z/compose.override.yaml", "services: {web: {user: root}}\n");
        _folder.Write("z/base.yml", "services: {base: {extends: {file: ../a/root.yml, service: root}, pid: host}}\n");
        _folder.Write("a/root.yml", "services: {root: {privileged: true}}\n");
        _folder.Write("a/parts.yml", "services: {part: {image: 'b:1', ipc: host}}\n");

        JsonNode report = Lint("lint", ".", "--format", "json", "--jobs", jobs, "--select", "DC2001,DC2002,DC3001,DC3002", "--no-fail");

        Findings(report).Should().Equal("DC3002 z/compose.override.yaml", "DC2002 a/parts.yml", "DC3001 a/root.yml", "DC2001 z/base.yml");
    }

    [Test]
    public void Excluded_files_and_links_out_of_the_folder_are_left_out()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.yml", "services: {base: {privileged: true}}\n");
        _folder.Link("link.yml", outside["secret.yml"]);
        _folder.Write("own.yml", "services: {base: {privileged: true}}\n");
        _folder.Write("compose.yaml", "services:\n  a: {image: 'a:1', extends: {file: link.yml, service: base}}\n  b: {image: 'a:1', extends: {file: own.yml, service: base}}\n");

        JsonNode report = Lint("lint", ".", "--format", "json", "--select", "DC3001", "--exclude", "own.yml", "--no-fail");

        Findings(report).Should().BeEmpty();
        report.ToJsonString().Should().Contain("DL9005").And.Contain("link.yml");
    }

    private static IEnumerable<string> Findings(JsonNode report) =>
        from file in report["files"]!.AsArray()
        from diagnostic in file["diagnostics"]!.AsArray()
        select $"{diagnostic["rule"]} {file["path"]}";

    private JsonNode Lint(params string[] arguments)
    {
        CommandLineRun run = CommandLineRun.Start(_folder.Path, arguments);
        run.ExitCode.Should().Be(0);
        return JsonNode.Parse(run.Output)!;
    }
}
