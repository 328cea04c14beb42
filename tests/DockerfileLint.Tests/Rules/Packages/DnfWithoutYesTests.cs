using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class DnfWithoutYesTests() : RuleTest("DL3038")
{
    [TestCase("RUN dnf [|in|] a")]
    [TestCase("RUN dnf5 [|install|] a")]
    [TestCase("RUN tdnf [|install|] a")]
    [TestCase("RUN dnf [|autoremove|]")]
    [TestCase("RUN microdnf -y install a")]
    [TestCase("RUN dnf builddep -y a")]
    [TestCase("RUN dnf repolist")]
    [TestCase("RUN dnf [|group|] install a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN dnf5 install a")]
    [TestCase("RUN microdnf [|install|] a")]
    [TestCase("RUN dnf in a")]
    [TestCase("RUN dnf [|localinstall|] a")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
