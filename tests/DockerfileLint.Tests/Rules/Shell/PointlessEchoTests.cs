using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class PointlessEchoTests() : RuleTest("SC2116")
{
    [TestCase("RUN a [|$(echo $b)|]")]
    [TestCase("RUN a \"[|$(echo b)|]c\"")]
    [TestCase("RUN a=[|`echo b c`|]")]
    [TestCase("RUN a $(echo b | c)")]
    [TestCase("RUN a $(echo -n b)")]
    [TestCase("RUN a $(echo b*)")]
    [TestCase("RUN a $(echo {b,c})")]
    [TestCase("RUN a $(echo)")]
    [TestCase("RUN a $(echo \"$(b)\")")]
    [TestCase("RUN a $(printf b)")]
    [TestCase("RUN a $(echo b; echo c)")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
