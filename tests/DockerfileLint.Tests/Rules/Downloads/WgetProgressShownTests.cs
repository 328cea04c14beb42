using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Downloads;

internal sealed class WgetProgressShownTests() : RuleTest("DL3047")
{
    [TestCase("RUN [|wget|] https://a")]
    [TestCase("RUN sudo [|wget|] -O b https://a")]
    [TestCase("RUN wget -q https://a")]
    [TestCase("RUN wget -nv https://a")]
    [TestCase("RUN wget -qO- https://a")]
    [TestCase("RUN wget --progress=dot:giga https://a")]
    [TestCase("RUN wget -o log https://a")]
    [TestCase("RUN wget https://a 2>/dev/null")]
    [TestCase("RUN wget $OPTIONS https://a")]
    [TestCase("RUN wget --version")]
    [TestCase("RUN [|wget|] \"$URL/a\"")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN [|wget|] https://a 2>/dev/null")]
    [TestCase("RUN [|wget|] --version")]
    [TestCase("RUN sudo wget https://a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
