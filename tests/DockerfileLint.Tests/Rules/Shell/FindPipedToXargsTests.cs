using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class FindPipedToXargsTests() : RuleTest("SC2038")
{
    [TestCase("RUN [|find a|] | xargs b")]
    [TestCase("RUN find a -print0 | xargs -0 b")]
    [TestCase("RUN find a | xargs -0 b")]
    [TestCase("RUN find a | xargs --null b")]
    [TestCase("RUN find a -printf b | xargs c")]
    [TestCase("RUN find a | grep b | xargs c")]
    [TestCase("RUN [|find a 2> b|] | xargs -I{} c {}")]
    [TestCase("RUN find a | sudo xargs b")]
    [TestCase("RUN a | xargs b")]
    [TestCase("RUN a $([|find b|] | xargs c)")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
