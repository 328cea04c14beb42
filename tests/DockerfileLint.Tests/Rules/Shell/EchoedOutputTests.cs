using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class EchoedOutputTests() : RuleTest("SC2005")
{
    [TestCase("RUN echo [|$(a)|]")]
    [TestCase("RUN echo [|\"$(a)\"|] > b")]
    [TestCase("RUN echo [|`a`|]")]
    [TestCase("RUN echo [|$(a | b)|]")]
    [TestCase("RUN echo $(a; b)")]
    [TestCase("RUN echo -n $(a)")]
    [TestCase("RUN echo \"a $(b)\"")]
    [TestCase("RUN echo $(a) b")]
    [TestCase("RUN echo $(< a)")]
    [TestCase("RUN printf $(a)")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
