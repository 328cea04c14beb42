using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class FileNameInScriptTests() : RuleTest("SC2156")
{
    [TestCase("RUN find a -exec sh -c [|'b {}'|] \\;")]
    [TestCase("RUN find a -execdir bash -c [|\"b {}\"|] +")]
    [TestCase("RUN find a -exec sh -c 'b \"$1\"' _ {} \\;")]
    [TestCase("RUN find a -exec sh -ec 'b {}' \\;")]
    [TestCase("RUN find a -exec sh b {} \\;")]
    [TestCase("RUN xargs sh -c 'a {}'")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
