using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class ActionOfOneAlternativeTests() : RuleTest("SC2146")
{
    [TestCase("RUN find a -name b -o -name c [|-delete|]")]
    [TestCase("RUN find a -iname b -or -name c [|-exec|] d \\;")]
    [TestCase("RUN find a \\( -name b -o -name c \\) -delete")]
    [TestCase("RUN find a -name b -delete -o -name c -delete")]
    [TestCase("RUN find a -name b -o -name c")]
    [TestCase("RUN find a -prune -o -print")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
