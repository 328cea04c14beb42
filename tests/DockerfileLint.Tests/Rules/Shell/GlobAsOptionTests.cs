using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class GlobAsOptionTests() : RuleTest("SC2035")
{
    [TestCase("RUN rm [|*|]")]
    [TestCase("RUN rm [|*|].a [|?|]b ./* a*")]
    [TestCase("RUN rm -- *")]
    [TestCase("RUN echo *; printf *; set *")]
    [TestCase("RUN a=*; for b in *; do :; done")]
    [TestCase("RUN rm \"*\"a")]
    [TestCase("RUN sudo rm [|*|]")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
