using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class MissingHealthcheckTests() : RuleTest("DL3057")
{
    [TestCase("FROM a\nFROM [|b|]\n")]
    [TestCase("FROM a AS b\nHEALTHCHECK NONE\nFROM [|a|]\n")]
    [TestCase("FROM a AS b\nHEALTHCHECK NONE\nFROM b\n")]
    [TestCase("FROM a\nHEALTHCHECK CMD b\n")]
    [TestCase("RUN a\n")]
    public void The_final_image_says_how_it_is(string text) => Verify(text);

    [TestCase("FROM [|a|] AS b\nFROM [|b|]\n")]
    [TestCase("FROM a AS b\nFROM b AS c\nFROM c\nHEALTHCHECK NONE\nFROM [|d|]\n")]
    public void Hadolint_judges_each_stage(string text) => Verify(text, "behaviour=hadolint");
}
