using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class GrepOverProcessesTests() : RuleTest("SC2009")
{
    [TestCase("RUN [|ps aux|] | grep a")]
    [TestCase("RUN [|ps|] | grep -v a | b")]
    [TestCase("RUN ps -p 1 | grep a")]
    [TestCase("RUN ps | awk a")]
    [TestCase("RUN ps")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
