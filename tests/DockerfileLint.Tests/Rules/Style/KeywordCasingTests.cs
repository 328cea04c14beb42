using DockerfileLint.Rules.Style;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Style;

internal sealed class KeywordCasingTests
{
    [TestCase("from a\nrun b\nRUN c", true)]
    [TestCase("from a\nRUN b", false, Description = "as many of both")]
    [TestCase("from a\nRun b\nRun c", true, Description = "mixed names count for nobody")]
    [TestCase("arg a\narg b\nFROM c", false, Description = "what stands before the first stage does not count")]
    [TestCase("", false)]
    public void Most_names_decide(string text, bool expected) =>
        KeywordCasing.Of(DockerfileModel.Create(DockerfileSyntaxTree.Parse(text))).IsLowerCase.Should().Be(expected);
}
