using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildSteps;

internal sealed class PipeWithoutPipefailTests() : RuleTest("DL4006")
{
    [TestCase("RUN echo a | b")]
    [TestCase("RUN a | sha256sum -c -", Description = "nothing to compare fails")]
    [TestCase("RUN a | grep -q b", Description = "nothing found fails")]
    [TestCase("RUN a [|||] grep -v b", Description = "that nothing is left is no failure of what stands before")]
    [TestCase("RUN a [|||] grep b > c", Description = "what is kept of the output may be cut")]
    [TestCase("RUN a [|||] sha256sum")]
    [TestCase("RUN sudo echo a | sudo tee b")]
    [TestCase("RUN set -o pipefail && a | b")]
    [TestCase("RUN set -euxo pipefail; a | b")]
    [TestCase("RUN a | b || true")]
    [TestCase("RUN (a | b || :)")]
    [TestCase("RUN if a | b; then c; fi")]
    [TestCase("RUN while a | b; do c; done")]
    [TestCase("RUN x=$(a | b)")]
    [TestCase("RUN ! a | b")]
    [TestCase("SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b")]
    [TestCase("SHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN a | b")]
    [TestCase("RUN bash -o pipefail -c \"a | b\"")]
    [TestCase("RUN bash -c \"a | b\"", Description = "SHELL does not reach it")]
    [TestCase("RUN sudo sh -c \"a | b\"")]
    [TestCase("RUN bash <<EOF\na | b\nEOF")]
    [TestCase("RUN [\"bash\", \"-c\", \"a | b\"]")]
    [TestCase("RUN eval \"a [|||] b\"", Description = "the same shell")]
    [TestCase("RUN <<EOF\na [|||] b\nEOF")]
    [TestCase("RUN bash -c \"set -o pipefail; a\" && a [|||] b", Description = "set in another shell")]
    [TestCase("RUN a [|||] b | c", Description = "the first that can fail")]
    [TestCase("RUN echo y | a [|||] b")]
    [TestCase("RUN yes | echo | a [|||] b | c")]
    [TestCase("RUN (a) [|||] (b)")]
    [TestCase("RUN { a; b; } [|||] c")]
    [TestCase("RUN for i in 1 2; do a $i; done [|||] b")]
    [TestCase("RUN (echo a; echo b) | c")]
    [TestCase("RUN { echo a; printf b; } | c")]
    [TestCase("RUN cat <<EOF | b\na\nEOF")]
    [TestCase("RUN cat a [|||] b")]
    [TestCase("RUN curl -s https://a | sh", Description = "which DL5010 says")]
    [TestCase("RUN curl -s https://a | sudo bash - && curl -s https://b [|||] tar x")]
    [TestCase("RUN echo \"a | b\"")]
    [TestCase("CMD a | b")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN bash -c 'a | b'")]
    [TestCase("RUN bash -c 'a | b' [|||] c")]
    [TestCase("RUN (a) [|||] (b)")]
    [TestCase("RUN [\"bash\", \"-c\", \"a [|||] b\"]")]
    [TestCase("RUN a [|||] b; }")]
    [TestCase("RUN a; } ; b | c")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");

    [TestCase("FROM alpine:3.22\nRUN a [|||] b\n", "/bin/ash")]
    [TestCase("FROM node:22-alpine AS a\nFROM a\nRUN a [|||] b\n", "/bin/ash")]
    [TestCase("FROM docker:28\nRUN a [|||] b\n", "/bin/ash")]
    [TestCase("FROM a\nRUN apk add b && a [|||] b\n", "/bin/ash")]
    [TestCase("FROM debian:12\nRUN a [|||] b\n", "/bin/bash")]
    public void The_advice_names_a_shell_that_the_image_has(string text, string shell) =>
        Verify(text).Single().Message.Help.Should().Contain($"\"{shell}\"");
}
