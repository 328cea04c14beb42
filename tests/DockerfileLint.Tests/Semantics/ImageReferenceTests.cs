using DockerfileLint.Semantics;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics;

[TestFixture]
internal sealed class ImageReferenceTests
{
    private const string Digest = "sha256:0123456789abcdef";

    [TestCase("nginx", null, "nginx", null, null)]
    [TestCase("nginx:1.29", null, "nginx", "1.29", null)]
    [TestCase("library/nginx:latest", null, "library/nginx", "latest", null)]
    [TestCase("ghcr.io/a/b:c", "ghcr.io", "a/b", "c", null)]
    [TestCase("localhost/a", "localhost", "a", null, null)]
    [TestCase("localhosts/a", null, "localhosts/a", null, null)]
    [TestCase("host:5000/a", "host:5000", "a", null, null)]
    [TestCase("host:5000/a:b@" + Digest, "host:5000", "a", "b", Digest)]
    [TestCase("a@" + Digest, null, "a", null, Digest)]
    [TestCase("${REGISTRY}/a:b", null, "${REGISTRY}/a", "b", null)]
    [TestCase("a:${TAG:-b/c:d}", null, "a", "${TAG:-b/c:d}", null)]
    [TestCase("a${X", null, "a${X", null, null)]
    public void References_are_taken_apart(
        string text,
        string? registry,
        string repository,
        string? tag,
        string? digest
    )
    {
        ImageReference reference = ImageReference.TryParse(text)!;
        (reference.Registry, reference.Repository, reference.Tag, reference.Digest)
            .Should()
            .Be((registry, repository, tag, digest));
        reference.ToString().Should().Be(text);
        reference.Name.Should().Be(registry is null ? repository : registry + "/" + repository);
    }

    [TestCase("")]
    [TestCase(":tag")]
    [TestCase("a:")]
    [TestCase("a@")]
    [TestCase("a:@" + Digest)]
    [TestCase("host:5000/")]
    public void Text_with_an_empty_part_is_no_reference(string text)
    {
        ImageReference.TryParse(text).Should().BeNull();
    }

    [TestCase("root", true)]
    [TestCase("0", true)]
    [TestCase("00", true)]
    [TestCase("0:0", true)]
    [TestCase("root:app", true)]
    [TestCase(":1000", true)]
    [TestCase(":", true)]
    [TestCase("1000", false)]
    [TestCase("1000:0", false)]
    [TestCase("app", false)]
    [TestCase("", false)]
    [TestCase("10", false)]
    public void Root_is_a_name_a_zero_or_nothing_but_a_group(string user, bool isRoot)
    {
        UserSpecification.Parse(user).IsRoot.Should().Be(isRoot);
    }
}
