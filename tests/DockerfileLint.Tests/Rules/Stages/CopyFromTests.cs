using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Stages;

internal sealed class CopyFromUnknownStageTests() : RuleTest("DL3022")
{
    [TestCase("FROM a AS b\nFROM c\nCOPY --from=[|x|] / /d\n")]
    [TestCase("FROM c\nCOPY --from=[|x/y|] / /d\n")]
    [TestCase("FROM c\nCOPY --from=x:1 / /d\nCOPY --from=x@sha256:1 / /d\n")]
    [TestCase("FROM a AS b\nFROM c\nCOPY --from=B / /d\nCOPY --from=0 / /d\nCOPY / /d\n")]
    public void A_bare_name_is_a_stage(string text) => Verify(text);

    [TestCase("FROM a\nCOPY --from={|DL1008:b|} / /d\nFROM c AS b\n", Description = "comes later")]
    [TestCase("FROM a\nCOPY --from={|DL1008:1|} / /d\n")]
    [TestCase("FROM a\nCOPY --from={|DL1008:$X|} / /d\n")]
    [TestCase(
        "FROM a AS builder\nFROM c\nCOPY --from={|DL1008:biulder|} / /d\n",
        Description = "a slip, and the message says which"
    )]
    public void What_the_builder_refuses_is_said_once(string text) => Verify(text);

    [TestCase("COPY --from=[|0|] a b\n")]
    [TestCase("FROM a AS b\nFROM c\nCOPY --from=[|B|] / /d\nCOPY --from=b / /d\n")]
    [TestCase("FROM a\nCOPY --from=[|b|] / /d\nFROM c AS b\nCOPY --from=b / /d\n")]
    [TestCase("FROM a\nCOPY --from=0x / /d\nCOPY --from=[|1x|] / /d\nCOPY --from=[|$X|] / /d\n")]
    public void As_hadolint_judges(string text) => Verify(text, "behaviour=hadolint");
}

internal sealed class CopyFromOwnStageTests() : RuleTest("DL3023")
{
    [TestCase("FROM a AS b\nCOPY --from=[|b|] / /c\nCOPY --from=[|B|] / /c\nCOPY --from=[|0|] / /c\n")]
    [TestCase("FROM a AS b\nFROM a AS c\nCOPY --from=b / /c\nCOPY --from=a / /c\nCOPY --from=[|1|] / /c\n")]
    public void A_stage_cannot_copy_from_itself(string text) => Verify(text);

    [Test]
    public void It_takes_the_place_of_the_builders_error() =>
        Verify("FROM a AS b\nCOPY --from=[|b|] / /c\nCOPY --from={|DL1008:7|} / /c\n");

    [Test]
    public void As_hadolint_judges() =>
        Verify("FROM a AS b\nCOPY --from=[|b|] / /c\nCOPY --from=B / /c\nCOPY --from=0 / /c\n", "behaviour=hadolint");
}

internal sealed class InstructionBeforeFromTests() : RuleTest("DL3061")
{
    [TestCase("ARG a\n[|run|] b\n[|COPY|] c d\nFROM e\nRUN f\n")]
    [TestCase("[|USER|] a\n")]
    [TestCase("[|ONBUILD|] RUN a\nFROM b\n")]
    [TestCase("FROM a\nRUN b\n")]
    [TestCase("ARG a\nARG b=c\nFROM $b\n")]
    public void Only_ARG_comes_first(string text) => Verify(text);

    [Test]
    public void It_takes_the_place_of_the_builders_error() => Verify("[|ENV|] a=b\n{|DL1007:FORM|} c\nFROM d\n");
}
