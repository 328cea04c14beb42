using CsCheck;
using DockerfileLint.Reporting;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Reporting;

internal sealed class SarifUriTests
{
    [TestCase("api/Dockerfile", "api/Dockerfile")]
    [TestCase("a b/#1%.yaml", "a%20b/%231%25.yaml")]
    [TestCase("x:y/Dockerfile", "x%3Ay/Dockerfile")]
    [TestCase("ü/漢/😀", "%C3%BC/%E6%BC%A2/%F0%9F%98%80")]
    [TestCase("back\\slash?q", "back%5Cslash%3Fq")]
    [TestCase("../up", "../up")]
    [TestCase("/abs/a b", "file:///abs/a%20b")]
    [TestCase("C:/abs", "file:///C%3A/abs")]
    public void A_path_becomes_a_reference(string path, string expected) =>
        SarifUri.FromPath(path).Should().Be(expected);

    [Test]
    public void Every_relative_path_is_a_valid_reference_that_decodes_to_itself() =>
        Gen.String[Gen.Char, 1, 40]
            .Where(path => path[0] != '/' && !SarifUri.IsAbsolute(path) && !path.Any(char.IsSurrogate))
            .Sample(path =>
            {
                string uri = SarifUri.FromPath(path);
                Uri.IsWellFormedUriString(uri, UriKind.Relative).Should().BeTrue();
                Uri.UnescapeDataString(uri).Should().Be(path);
            });

    [TestCase("https://example.org/a/b.git", "https://example.org/a/b.git")]
    [TestCase("https://user:token@example.org:8443/a/b", "https://example.org:8443/a/b")]
    [TestCase("https://example.org/a?token=x#y", "https://example.org/a")]
    [TestCase("git@example.org:team/project.git", "ssh://example.org/team/project.git")]
    [TestCase("ssh://git@example.org/team/project.git", "ssh://example.org/team/project.git")]
    [TestCase("/srv/git/project.git", null)]
    [TestCase("file:///srv/git/project.git", null)]
    [TestCase("project", null)]
    [TestCase("", null)]
    public void A_repository_is_named_without_credentials(string address, string? expected) =>
        SarifUri.FromRepository(address).Should().Be(expected);
}
