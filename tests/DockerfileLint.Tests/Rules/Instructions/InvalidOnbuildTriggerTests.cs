using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Instructions;

internal sealed class InvalidOnbuildTriggerTests() : RuleTest("DL3043")
{
    [TestCase("ONBUILD [|ONBUILD|] RUN a")]
    [TestCase("onbuild [|from|] a")]
    [TestCase("ONBUILD [|MAINTAINER|] a")]
    [TestCase("ONBUILD [|ONBUILD|] ONBUILD ONBUILD RUN a")]
    [TestCase("ONBUILD RUN a")]
    [TestCase("{|DL1007:ONBUILD|}")]
    public void Three_instructions_are_no_triggers(string instruction) => Verify($"FROM a\n{instruction}\n");

    [Test]
    public void A_comment_of_hadolint_suppresses_it_where_hadolint_is_followed() =>
        VerifyAll("FROM a:1\n# hadolint ignore=DL3043\nONBUILD FROM b\nONBUILD [|FROM|] b\n", "hadolint");
}
