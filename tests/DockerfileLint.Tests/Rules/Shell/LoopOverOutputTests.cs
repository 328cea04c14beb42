using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Shell;

internal sealed class LoopOverLinesTests() : RuleTest("SC2013")
{
    [TestCase("RUN for a in [|$(cat b)|]; do c; done")]
    [TestCase("RUN for a in [|`cat b | cut -f1`|]; do c; done")]
    [TestCase("RUN for a in $(cat b | c); do d; done")]
    [TestCase("RUN for a in b $(cat c); do d; done")]
    [TestCase("RUN for a in \"$(cat b)\"; do c; done")]
    [TestCase("RUN for a in $(head b); do c; done")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

internal sealed class LoopOverFindTests() : RuleTest("SC2044")
{
    [TestCase("RUN for a in [|$(find b)|]; do c; done")]
    [TestCase("RUN for a in $(find b | c); do d; done")]
    [TestCase("RUN for a in $(ls b); do c; done")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}

internal sealed class LoopOverLsTests() : RuleTest("SC2045")
{
    [TestCase("RUN for a in [|$(ls b)|]; do c; done")]
    [TestCase("RUN for a in $(ls | b); do c; done")]
    public void Is_found(string text)
    {
        Verify($"FROM a\n{text}\n");
        Verify($"FROM a\n{text}\n", "behaviour=hadolint");
    }
}
