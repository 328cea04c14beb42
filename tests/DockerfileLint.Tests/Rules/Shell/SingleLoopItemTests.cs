using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class SingleLoopItemTests() : RuleTest("SC2043")
{
    [TestCase("RUN for a in [|b|]; do c; done")]
    [TestCase("RUN for a in [|\"b c\"|]; do c; done")]
    [TestCase("RUN for a in [|\"$b\"/c|]; do c; done")]
    [TestCase("RUN for a in b c; do d; done")]
    [TestCase("RUN for a in $b; do c; done")]
    [TestCase("RUN for a in b$c; do d; done")]
    [TestCase("RUN for a in *; do b; done")]
    [TestCase("RUN for a in \"$b\"; do c; done")]
    [TestCase("RUN for a in 'b'; do c; done")]
    [TestCase("RUN for a in {b,c}; do d; done")]
    [TestCase("RUN for a; do b; done")]
    public void Whoever_judges(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
