using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class SudoInCommandTests() : RuleTest("DL5036")
{
    [TestCase("CMD [|sudo|] -u a b")]
    [TestCase("CMD a && [|sudo|] b && sudo c")]
    [TestCase("ENTRYPOINT [\"[|sudo|]\", \"a\"]")]
    [TestCase("CMD [|su|] - a -c b")]
    [TestCase("CMD [\"sh\", \"-c\", \"exec [|su|] a -c b\"]")]
    [TestCase("ONBUILD CMD [|sudo|] a")]
    [TestCase("CMD [\"gosu\", \"a\", \"b\"]")]
    [TestCase("CMD exec su-exec a b")]
    [TestCase("CMD echo sudo")]
    [TestCase("RUN sudo a")]
    public void Programs(string text) => Verify($"FROM x\n{text}\n");
}
