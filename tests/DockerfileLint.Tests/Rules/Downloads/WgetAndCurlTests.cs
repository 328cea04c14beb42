using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class WgetAndCurlTests() : RuleTest("DL4001")
{
    [TestCase("RUN curl a\nRUN [|wget|] b\nRUN curl c\nRUN wget d")]
    [TestCase("RUN curl a && [|wget|] b")]
    [TestCase("RUN curl a\nFROM b\nRUN wget c")]
    [TestCase("RUN apt-get install -y curl wget")]
    [TestCase("RUN wget a && wget b")]
    [TestCase("RUN sudo wget a && sudo [|curl|] b")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN curl a\nRUN [|wget|] b\nRUN [|curl|] c\nRUN [|wget|] d && curl e")]
    [TestCase("RUN curl a\nFROM b\nRUN wget c")]
    [TestCase("RUN sudo curl a\nRUN wget b")]
    [TestCase("RUN echo a | xargs curl\nRUN wget b")]
    [TestCase("RUN bash -c 'curl a'\nRUN wget b")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
