using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BaseImages;

internal sealed class ForeignFrontendTests() : RuleTest("DL5026")
{
    [TestCase("# syntax=[|evil/frontend|]")]
    [TestCase("#syntax = [|registry.example.com/docker/dockerfile:1|]")]
    [TestCase("# SYNTAX=[|docker/other|]")]
    [TestCase("# syntax=[|docker/dockerfile/frontend|]")]
    [TestCase("# syntax=[|docker.io/someone/dockerfile:1|] docker/dockerfile:1")]
    [TestCase("# syntax=[|dockerfile|]")]
    [TestCase("# escape=`\n# syntax=[|ghcr.io/a/b@sha256:0123|]")]
    [TestCase("# syntax=docker/dockerfile")]
    [TestCase("# syntax=docker/dockerfile:1.7-labs")]
    [TestCase("# syntax=docker.io/docker/dockerfile:1")]
    [TestCase("# syntax=index.docker.io/docker/dockerfile:1")]
    [TestCase("# syntax=docker/dockerfile-upstream:master")]
    [TestCase("# syntax=docker/dockerfile:1@sha256:0123")]
    [TestCase("# syntax=")]
    [TestCase("\n# syntax=evil/frontend", Description = "a comment")]
    [TestCase("# a comment\n# syntax=evil/frontend", Description = "a comment, too")]
    public void Only_front_ends_of_Docker_are_trusted(string header) => Verify($"{header}\nFROM a\nUSER 1\n");

    [Test]
    public void It_is_said_once_and_of_a_file_in_another_language_too() =>
        Verify("# syntax=[|evil/frontend|]\n{|DL1007:BUILD|} it\n{|DL1008:RUN|} it\n");
}
