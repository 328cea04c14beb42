using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class UnquotedFindPatternTests() : RuleTest("SC2061")
{
    [TestCase("RUN find a -name [|*.b|]")]
    [TestCase("RUN find a -iname [|b?|] -o -path [|./[ab]|]")]
    [TestCase("RUN find a -name [|$b*|]")]
    [TestCase("RUN find a -name \"*.b\"")]
    [TestCase("RUN find a -name \\*.b")]
    [TestCase("RUN find a* -type f*")]
    [TestCase("RUN find a -name b")]
    [TestCase("RUN sudo find a -name *.b")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
