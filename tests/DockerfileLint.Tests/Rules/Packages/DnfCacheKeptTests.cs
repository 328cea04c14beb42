using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Packages;

internal sealed class DnfCacheKeptTests() : RuleTest("DL3040")
{
    [TestCase("RUN dnf [|in|] -y a")]
    [TestCase("RUN dnf5 -y [|upgrade|]")]
    [TestCase("RUN tdnf [|install|] -y a")]
    [TestCase("RUN microdnf [|install|] -y a && rm -rf /tmp/x")]
    [TestCase("RUN microdnf install -y a && dnf clean all")]
    [TestCase("RUN dnf install -y a && yum clean all")]
    [TestCase("RUN dnf -y group install a && dnf clean all")]
    [TestCase("RUN dnf -y [|group|] install a")]
    [TestCase("RUN --mount=type=cache,target=/var/cache/dnf dnf install -y a")]
    [TestCase("RUN --mount=type=cache,target=/var/cache,sharing=locked dnf install -y a")]
    [TestCase("RUN --mount=type=cache,target=/root/.cache/libdnf5 dnf5 install -y a")]
    [TestCase("RUN dnf config-manager --add-repo a")]
    [TestCase("RUN dnf -y remove a")]
    public void By_default(string text) => Verify($"FROM a\n{text}\n");

    [TestCase("RUN microdnf [|install|] -y a && dnf clean all")]
    [TestCase("RUN dnf5 install -y a")]
    [TestCase("RUN dnf [|up|] -y && microdnf [|rei|] a")]
    [TestCase("RUN --mount=type=cache,target=/var/cache/dnf dnf [|install|] -y a")]
    [TestCase("RUN dnf install -y a && rm -rf /x")]
    public void As_hadolint(string text) => Verify($"FROM a\n{text}\n", "behaviour=hadolint");
}
