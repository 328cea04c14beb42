using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class ZypperDistUpgradeTests() : RuleTest("DL3035")
{
    [TestCase("RUN zypper -n [|dup|] --from a")]
    [TestCase("RUN sudo zypper [|dist-upgrade|]")]
    [TestCase("ONBUILD RUN zypper [|dup|]")]
    [TestCase("RUN zypper up")]
    [TestCase("RUN zypper in dup")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");
}
