using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class ZypperCacheKeptTests() : RuleTest("DL3036")
{
    [TestCase("RUN zypper -n [|in|] a")]
    [TestCase("RUN zypper -n [|patch|]")]
    [TestCase("RUN zypper -n in a && zypper cc")]
    [TestCase("RUN zypper -n in a && zypper clean -m")]
    [TestCase("RUN zypper -n in a && rm -rf /var/cache/zypp")]
    [TestCase("RUN zypper cc && zypper -n [|install|] a")]
    [TestCase("RUN zypper refresh")]
    [TestCase("RUN zypper -n rm a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN zypper -n [|in|] a && rm -rf /var/cache/zypp")]
    [TestCase("RUN zypper patch")]
    [TestCase("RUN zypper [|in|] a && zypper up")]
    [TestCase("RUN zypper in a && zypper cc")]
    [TestCase("RUN --mount=type=tmpfs,target=/var/cache/zypp zypper in a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
