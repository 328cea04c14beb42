using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Variables;

internal sealed class SameInstructionVariableTests() : RuleTest("DL3044")
{
    [TestCase("ENV A=1 B=$[|A|]")]
    [TestCase("ENV A=1 \\\n  B=\"x ${[|A|]}\" C=$[|A|]/$D")]
    [TestCase("ENV A=1 B=$[|A|]\nENV A=1 B=$A", Description = "the second time it is set")]
    [TestCase("ENV A=1\nENV B=$A")]
    [TestCase("ENV A=1\nENV A=2 B=$A", Description = "the older value may be meant")]
    [TestCase("ARG A=1\nENV A=2 B=$A")]
    [TestCase("ENV B=$A A=1", Description = "before it is set")]
    [TestCase("ENV A=$A:1 B=2", Description = "its own")]
    [TestCase("ENV PATH=/a:$PATH B=$PATH")]
    [TestCase("ENV A=1 B=${A:-2}")]
    [TestCase("ENV A=1 B=\\$A")]
    [TestCase("ENV A=1 B='$A'")]
    [TestCase("ENV A=1 B=$AB")]
    [TestCase("ENV A $B C=$A", Description = "the old form has one pair")]
    [TestCase("LABEL A=1 B=$A")]
    public void All_pairs_see_what_was_set_before(string instructions) => Verify($"FROM debian\n{instructions}\n");

    [Test]
    public void It_is_said_once() => VerifyAll("FROM debian:12\nENV A=1 B=$[|A|]\nUSER 1\nCMD [\"a\"]\n");

    [Test]
    public void What_the_base_image_sets_is_set() =>
        Verify("FROM openjdk:21\nENV JAVA_HOME=/j A=$JAVA_HOME\nFROM debian\nENV JAVA_HOME=/j A=$[|JAVA_HOME|]\n");

    [TestCase("ENV A=1 B=$[|A|]/$C")]
    [TestCase("ENV B=${[|A|]} A=1", Description = "in any order")]
    [TestCase("ENV A=1 B=\\$[|A|]")]
    [TestCase("ENV A=1 B='$[|A|]'")]
    [TestCase("ENV PATH=/a:${[|PATH|]} PATH=/b:${[|PATH|]}")]
    [TestCase("ENV A=1 B=${A:-2}")]
    [TestCase("ENV A=1 B=$A_B ${A")]
    [TestCase("FROM b\nENV A=1\nFROM c\nENV A=2 B=$A", Description = "another stage's")]
    public void Hadolint_looks_at_the_text(string instructions) => Verify($"{instructions}\n", "behaviour=hadolint");
}
