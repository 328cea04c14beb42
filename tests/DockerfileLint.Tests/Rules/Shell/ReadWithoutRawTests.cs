using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class ReadWithoutRawTests() : RuleTest("SC2162")
{
    [TestCase("RUN [|read|] a")]
    [TestCase("RUN IFS= [|read|] -p a b")]
    [TestCase("RUN read -r a")]
    [TestCase("RUN read -sr a")]
    [TestCase("RUN while [|read|] a; do b; done")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
