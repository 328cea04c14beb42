using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class AptKeyCalledTests() : RuleTest("DL5029")
{
    [TestCase("RUN curl https://a.example/k | [|apt-key|] add -")]
    [TestCase("RUN [|apt-key|] adv --keyserver k.example --recv-keys 0123")]
    [TestCase("RUN curl https://a.example/k | sudo [|apt-key|] add -")]
    [TestCase("RUN [|apt-key|] --keyring /k.gpg add /k.asc")]
    [TestCase("RUN bash -c 'curl https://a.example/k | [|apt-key|] add -'")]
    [TestCase("ONBUILD RUN [|apt-key|] add k")]
    [TestCase("RUN apt-key list && apt-key finger && apt-key del 0123 && apt-key export 0123")]
    [TestCase("RUN echo apt-key add")]
    public void Calls_that_trust_a_key_are_reported(string instructions) => Verify($"FROM a\n{instructions}\n");

    [TestCase("debian:13", true)]
    [TestCase("debian:13-slim", true)]
    [TestCase("debian:13.1", true)]
    [TestCase("debian:trixie-slim", true)]
    [TestCase("debian", true)]
    [TestCase("docker.io/library/debian:sid", true)]
    [TestCase("ubuntu:25.04", true)]
    [TestCase("ubuntu:questing-20251007", true)]
    [TestCase("python:3.14-slim-trixie", true)]
    [TestCase("buildpack-deps:trixie", true)]
    [TestCase("debian:12", false)]
    [TestCase("debian:bookworm-slim", false)]
    [TestCase("debian:130", false)]
    [TestCase("debian:12@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d", false)]
    [TestCase("debian@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d", false)]
    [TestCase("ubuntu:24.04", false)]
    [TestCase("ubuntu:24.10", false)]
    [TestCase("ubuntu", false)]
    [TestCase("mine/debian:13", false)]
    [TestCase("node:22", false)]
    public void It_is_an_error_where_the_image_has_none(string image, bool isError) =>
        Verify($"FROM {image} AS base\nFROM base\nRUN [|apt-key|] add k\n")
            .Single()
            .Severity.Should()
            .Be(isError ? Severity.Error : Severity.Warning);

    [Test]
    public void Of_an_image_that_a_variable_names_the_default_counts() =>
        Verify("ARG V=13\nARG W\nFROM debian:$V\nRUN [|apt-key|] add k\nFROM debian:$W\nRUN [|apt-key|] add k\n")
            .Select(finding => finding.Severity)
            .Should()
            .Equal(Severity.Error, Severity.Warning);
}
