using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class UnpinnedDnfPackageTests() : RuleTest("DL3041")
{
    [TestCase("RUN dnf in [|a|]")]
    [TestCase("RUN microdnf install [|a-b|] c-1")]
    [TestCase("RUN dnf5 install [|a|]")]
    [TestCase("RUN tdnf install -y [|a|]")]
    [TestCase("RUN dnf group install a")]
    [TestCase("RUN dnf module install [|a|]")]
    [TestCase("RUN dnf install a-1.2-3")]
    [TestCase("RUN notdnf install a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN dnf in a")]
    [TestCase("RUN dnf5 install a")]
    [TestCase("RUN dnf install [|a|]")]
    [TestCase("RUN microdnf install [|a|]")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
