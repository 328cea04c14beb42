using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Users;

internal sealed class HighUserIdWithoutNoLogInitTests() : RuleTest("DL3046")
{
    [TestCase("RUN useradd -u [|100000|] a")]
    [TestCase("RUN useradd --uid=[|123456789|] a")]
    [TestCase("RUN useradd -u 99999 a")]
    [TestCase("RUN useradd -l -u 123456 a")]
    [TestCase("RUN useradd --no-log-init --uid 123456 a")]
    [TestCase("RUN useradd -u $UID a")]
    [TestCase("RUN adduser -u 123456 a")]
    [TestCase("RUN useradd -mu [|200000|] a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN useradd -u [|123456|] a")]
    [TestCase("RUN useradd --uid 123456 a")]
    [TestCase("RUN useradd -u [|${UIDX}|] a")]
    [TestCase("RUN sudo useradd -u 123456 a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
