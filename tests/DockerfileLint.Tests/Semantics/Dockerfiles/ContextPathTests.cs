using DockerfileLint.Semantics.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Semantics.Dockerfiles;

public sealed class ContextPathTests
{
    [TestCase("", ".")]
    [TestCase(".", ".")]
    [TestCase("/", "/")]
    [TestCase("a", "a")]
    [TestCase("a/b.c/..d", "a/b.c/..d")]
    [TestCase("/a/b", "/a/b")]
    [TestCase("a/", "a")]
    [TestCase("//a", "/a")]
    [TestCase("a//b", "a/b")]
    [TestCase("./a/./b", "a/b")]
    [TestCase("a/../b", "b")]
    [TestCase("a/..", ".")]
    [TestCase("../a", "../a")]
    [TestCase("a/../../b", "../b")]
    [TestCase("/../a", "/a")]
    [TestCase("/..", "/")]
    public void A_path_is_cleaned_by_its_text(string path, string cleaned) =>
        ContextPath.Clean(path).Should().Be(cleaned);

    [TestCase("", ".")]
    [TestCase("/", ".")]
    [TestCase("a/b", "a/b")]
    [TestCase("/a/b", "a/b")]
    [TestCase("../a", "a")]
    [TestCase("./a/", "a")]
    public void A_source_stays_below_the_context(string source, string path) =>
        ContextPath.Resolve(source).Should().Be(path);

    [Test]
    public void A_clean_path_is_not_made_again()
    {
        string path = "usr/local/bin";

        ContextPath.Clean(path).Should().BeSameAs(path);
        ContextPath.Resolve(path).Should().BeSameAs(path);
    }
}
