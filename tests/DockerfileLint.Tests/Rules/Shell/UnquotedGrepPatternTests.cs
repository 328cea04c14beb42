using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class UnquotedGrepPatternTests() : RuleTest("SC2062")
{
    [TestCase("RUN grep [|a*|] b")]
    [TestCase("RUN grep -n [|a.*b|] c")]
    [TestCase("RUN grep -e [|a*|] b")]
    [TestCase("RUN grep 'a*' b")]
    [TestCase("RUN grep a b*")]
    [TestCase("RUN egrep a* b")]
    [TestCase("RUN grep a\\* b")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
