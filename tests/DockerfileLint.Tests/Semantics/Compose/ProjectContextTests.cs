using DockerfileLint.Analysis.Languages;
using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Compose;

/// <summary>What a file means depends on the project that it is part of, and on where that is called.</summary>
internal sealed class ProjectContextTests
{
    private const string Service = "services: {web: {image: 'x:1', privileged: '${P}'}}\n";

    private static string[] Lint(InMemoryFiles files, string path) =>
        [
            .. Testing
                .Lint.Run(files.Find(path).File!, Language.Compose, files)
                .Findings.Where(finding => finding.Severity >= Severity.Warning)
                .Select(finding => $"{finding.Rule.Id} {finding.Location.File.Text.ToString(finding.Location.Span)}"),
        ];

    [TestCase("include: [{path: sub/a.yaml, env_file: e.env}]\n", "e.env", "{path: sub/a.yaml, env_file: e.env}")]
    [TestCase(
        "include: [{path: [sub/a.yaml], env_file: [e.env]}]\n",
        "e.env",
        "{path: [sub/a.yaml], env_file: [e.env]}"
    )]
    [TestCase(
        "include: [{path: sub/a.yaml, project_directory: .}]\n",
        ".env",
        "{path: sub/a.yaml, project_directory: .}"
    )]
    [TestCase("include: [sub/a.yaml]\n", ".env", "sub/a.yaml")]
    [TestCase("include: ['sub/a${X}.yaml']\n", ".env", "'sub/a${X}.yaml'")]
    [TestCase("services: {w: {extends: {file: sub/a.yaml, service: web}}}\n", ".env", "web")]
    [TestCase("services: {w: {extends: {file: 'sub/a${X}.yaml', service: 'w${X}eb'}}}\n", ".env", "'w${X}eb'")]
    public void The_variables_of_the_project_that_brings_a_file_in_count(string main, string variables, string place)
    {
        // Without the root above nothing tells what the other file's variable holds.
        var files = new InMemoryFiles
        {
            ["x/y/compose.yaml"] = main,
            ["x/y/sub/a.yaml"] = "services: {web: {image: 'x:1', privileged: '${P}${Q}'}}\n",
            ["x/y/" + variables] = "P=true\n",
        };
        string[] own = Lint(files, "x/y/sub/a.yaml");
        string[] outer = Lint(files, "x/y/compose.yaml");
        (own.Contains("DC3001 '${P}${Q}'") || outer.Contains("DC3001 " + place)).Should().BeTrue();
        own.Concat(outer).Count(finding => finding.StartsWith("DC3001", StringComparison.Ordinal)).Should().Be(1);
    }

    [Test]
    public void What_a_file_says_by_itself_is_said_there_alone()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = "include: [sub/a.yaml]\n",
            ["sub/a.yaml"] = "services: {web: {image: 'x:1', privileged: true}}\n",
        };
        Lint(files, "compose.yaml").Should().BeEmpty();
        Lint(files, "sub/a.yaml").Should().Equal("DC3001 true");
    }

    [Test]
    public void The_parts_of_a_volume_may_stand_in_two_included_files()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = "include: [a.yaml, b.yaml, c.yaml]\n",
            ["a.yaml"] = "volumes: {v1: {driver_opts: {type: none, o: bind}}}\n",
            ["b.yaml"] = "volumes: {v1: {driver_opts: {device: /var/run/docker.sock}}}\n",
            ["c.yaml"] = "services: {web: {image: 'x:1', volumes: ['v1:/x']}}\n",
        };
        Lint(files, "compose.yaml").Should().Contain("DC2009 c.yaml");
    }

    [Test]
    public void The_namespace_that_is_joined_may_stand_in_another_file()
    {
        var files = new InMemoryFiles
        {
            ["compose.yaml"] = "include: [a.yaml, b.yaml]\n",
            ["a.yaml"] = "services: {web: {image: 'x:1', pid: 'service:db'}}\n",
            ["b.yaml"] = "services: {db: {image: 'x:1', pid: host}}\n",
        };
        Lint(files, "compose.yaml").Should().Equal("DC2001 a.yaml");
    }

    [TestCase(".env", "sub/compose.yaml")]
    [TestCase(".env", "sub/deep/compose.yaml")]
    [TestCase("sub/.env", "sub/deep/compose.yaml")]
    public void The_environment_file_of_a_folder_above_may_hold_the_variables(string variables, string path)
    {
        var files = new InMemoryFiles { [variables] = "P=true\n", [path] = Service };
        Lint(files, path).Should().Equal("DC3001 '${P}'");
    }

    [Test]
    public void The_file_of_the_own_folder_comes_first()
    {
        var files = new InMemoryFiles
        {
            [".env"] = "P=true\n",
            ["sub/.env"] = "P=false\n",
            ["sub/compose.yaml"] = Service,
        };
        Lint(files, "sub/compose.yaml").Should().BeEmpty();
    }

    [Test]
    public void The_finding_says_that_it_rests_on_a_folder_above()
    {
        var files = new InMemoryFiles { [".env"] = "P=true\n", ["sub/compose.yaml"] = Service };
        Testing
            .Lint.Run(new SourceFile("sub/compose.yaml", SourceText.From(Service)), Language.Compose, files)
            .Findings.Single(finding => finding.Rule.Id == "DC3001")
            .RelatedLocations.Single()
            .Message.Should()
            .Be("This holds where the environment file of a folder above sets 'P'.");
    }
}
