using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Stages;

internal sealed class WholeStageCopiedTests() : RuleTest("DL3067")
{
    [TestCase("FROM a AS b\nRUN x\nFROM c\nCOPY --from=b [|/|] /\n")]
    [TestCase("FROM a AS b\nRUN x\nFROM c\nCOPY --from=0 /d [|/.|] /\n")]
    [TestCase("FROM a AS b\nRUN x\nFROM c AS d\nFROM d\nCOPY --from=b [|/|] /\n")]
    [TestCase("FROM a AS b\nFROM c\nCOPY --from=b / /d\nCOPY --from=b /d /\nCOPY / /\n")]
    [TestCase("FROM a AS b\nRUN x\nFROM scratch\nCOPY --from=b / /\n")]
    [TestCase("FROM scratch AS b\nCOPY a /\nFROM c\nCOPY --from=b / /\n")]
    [TestCase("FROM a AS b\nFROM b AS c\nRUN d\nFROM b\nCOPY --from=c / /\n", Description = "of one system")]
    [TestCase("FROM a AS b\nFROM c\nCOPY --from=b / /\n", Description = "an image to be copied whole, too")]
    [TestCase("FROM c\nCOPY --from=tonistiigi/xx:1 / /\n", Description = "an image to be copied whole")]
    public void Two_systems_are_not_mixed(string text) => Verify(text);

    [Test]
    public void Hadolint_reports_each() =>
        Verify("FROM scratch\nCOPY --from=x [|/|] \"/\"\nCOPY --from=x /a /\nCOPY / /\n", "behaviour=hadolint");
}
