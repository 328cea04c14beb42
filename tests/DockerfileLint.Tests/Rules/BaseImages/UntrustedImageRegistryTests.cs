using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BaseImages;

internal sealed class UntrustedImageRegistryTests() : RuleTest("DL3026")
{
    [TestCase("FROM [|a|]\n")]
    [TestCase("FROM [|docker.io/a/b:1|]\n")]
    [TestCase("FROM [|localhost:5000/a|]\n")]
    [TestCase("FROM [|y.x.com/a|]\n")]
    [TestCase("FROM [|x.com:5000/a|]\n")]
    [TestCase("ARG R=y.com\nFROM [|$R/a|]\n")]
    [TestCase("FROM x.com/a AS b\nFROM scratch\nCOPY --from=[|c:1|] / /\nCOPY --from=B / /\nCOPY --from=0 / /\n")]
    [TestCase("FROM x.com/a\nRUN --mount=type=bind,from=[|y.com/b|],target=/c --mount=from=x.com/b,target=/d e\n")]
    [TestCase("ARG R\nFROM $R/a\n")]
    [TestCase("FROM x.com/a\nFROM $R/a\n", Description = "no image at all")]
    [TestCase("ARG R=x.com\nFROM $R/a\n")]
    public void Only_trusted_registries_are_used(string text) => Verify(text, "trusted-registries=x.com");

    [Test]
    public void Without_trusted_ones_nothing_is_said() => Verify("FROM y.com/a\n");

    [TestCase("*")]
    [TestCase("y.com,docker.io,*.z.com")]
    [TestCase("hub.docker.com,a.z.*,y*")]
    public void A_star_stands_for_the_rest(string trusted) =>
        Verify("FROM y.com/a\nFROM a.z.com/b\nFROM c\nFROM d/e\nFROM docker.io/f\n", $"trusted-registries={trusted}");

    [TestCase("FROM [|$R/a|]\nCOPY --from=[|0|] / /\n")]
    [TestCase("FROM x.com/a AS b\nFROM b\nCOPY --from=b / /\nFROM scratch\n")]
    public void As_hadolint_judges(string text) => Verify(text, "trusted-registries=x.com", "behaviour=hadolint");
}
