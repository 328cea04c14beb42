using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnpinnedZypperPackageTests() : RuleTest("DL3037")
{
    [TestCase("RUN zypper in [|a|] b=1")]
    [TestCase("RUN zypper -n in --repo r -y [|a|]")]
    [TestCase("RUN zypper in -t pattern a")]
    [TestCase("RUN zypper in -t package [|a|]")]
    [TestCase("RUN zypper in pattern:a /usr/bin/b \"c>=1\" d.rpm $E")]
    [TestCase("RUN zypper rm a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN zypper in [|pattern:a|]")]
    [TestCase("RUN zypper in -t pattern [|a|]")]
    [TestCase("RUN zypper in [|$E|]")]
    [TestCase("RUN zypper in a.rpm")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
