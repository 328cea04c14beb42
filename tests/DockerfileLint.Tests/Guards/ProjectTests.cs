using System.Xml.Linq;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Guards;

/// <summary>Which project knows which.</summary>
internal sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["DockerfileLint"] = ["DockerfileLint.Generators"],
        ["DockerfileLint.Generators"] = [],
        ["DockerfileLint.Reporting"] = ["DockerfileLint"],
        ["DockerfileLint.CommandLine"] = ["DockerfileLint", "DockerfileLint.Reporting"],
        ["DockerfileLint.Tool"] = ["DockerfileLint.CommandLine"],
        ["DockerfileLint.Analyzers"] = ["DockerfileLint", "DockerfileLint.Analyzers.CodeFixes"],
        ["DockerfileLint.Analyzers.CodeFixes"] = [],
        ["DockerfileLint.LanguageServer"] = ["DockerfileLint"],
    };

    private static IEnumerable<string> Projects() =>
        Directory
            .EnumerateFiles(RepositoryFiles.GetPath("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Projects))]
    public void References_point_towards_the_library(string project) =>
        GetReferences(project).Should().BeSubsetOf(Allowed[project], $"{project} knows no more than it needs");

    [Test]
    public void The_generator_is_used_at_build_time_only()
    {
        XElement reference = Load("DockerfileLint").Descendants("ProjectReference").Should().ContainSingle().Which;

        ((string?)reference.Attribute("ReferenceOutputAssembly")).Should().Be("false");
        ((string?)reference.Attribute("OutputItemType")).Should().Be("Analyzer");
    }

    [TestCaseSource(nameof(Projects))]
    public void Versions_of_packages_are_pinned_in_one_place(string project) =>
        Load(project)
            .Descendants("PackageReference")
            .Should()
            .NotContain(reference =>
                reference.Attribute("Version") != null || reference.Attribute("VersionOverride") != null
            );

    private static IEnumerable<string> GetReferences(string project) =>
        Load(project)
            .Descendants("ProjectReference")
            .Select(reference =>
                Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))
            );

    private static XDocument Load(string project) =>
        XDocument.Load(RepositoryFiles.GetPath("src", project, $"{project}.csproj"));
}
