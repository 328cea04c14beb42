using DockerfileLint.Analysis.Languages;
using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Limits;

internal sealed class LogsDiscardedTests() : RuleTest("DC4013", Language.Compose)
{
    [TestCase("[|none|]")]
    [TestCase("[|${DRIVER:-none}|]")]
    [TestCase("${DRIVER}")]
    [TestCase("local")]
    public void Only_the_driver_none_is_reported(string driver) =>
        Verify($"services:\n  a:\n    image: a:1\n    logging:\n      driver: {driver}\n");
}
