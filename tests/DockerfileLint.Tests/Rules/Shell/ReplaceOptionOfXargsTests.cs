using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class ReplaceOptionOfXargsTests() : RuleTest("SC2267")
{
    [TestCase("RUN xargs [|-i|] a {}")]
    [TestCase("RUN xargs -0 [|-i|] a {}")]
    [TestCase("RUN xargs [|-0i|] a")]
    [TestCase("RUN xargs -I{} a")]
    [TestCase("RUN xargs -0 sed -i a")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
