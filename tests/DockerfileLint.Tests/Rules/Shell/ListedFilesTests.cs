using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class LsPipedToGrepTests() : RuleTest("SC2010")
{
    [TestCase("RUN [|ls|] -l | grep a")]
    [TestCase("RUN ls | xargs a")]
    [TestCase("RUN ls | egrep a")]
    [TestCase("RUN ls a")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

internal sealed class LsPipedToXargsTests() : RuleTest("SC2011")
{
    [TestCase("RUN [|ls|] a | xargs b")]
    [TestCase("RUN ls | grep a")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

internal sealed class LsPipedTests() : RuleTest("SC2012")
{
    [TestCase("RUN [|ls -t a|] | head")]
    [TestCase("RUN [|ls|] | while read -r a; do b; done")]
    [TestCase("RUN ls | grep a")]
    [TestCase("RUN ls | xargs a")]
    [TestCase("RUN ls")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
