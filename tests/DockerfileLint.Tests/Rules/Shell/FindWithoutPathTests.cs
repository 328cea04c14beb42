using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class FindWithoutPathTests() : RuleTest("SC2185")
{
    [TestCase("RUN [|find|]")]
    [TestCase("RUN [|find|] -name a")]
    [TestCase("RUN [|find|] -L -type f")]
    [TestCase("RUN find -L a")]
    [TestCase("RUN find \"$a\" -name b")]
    [TestCase("RUN find a")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
