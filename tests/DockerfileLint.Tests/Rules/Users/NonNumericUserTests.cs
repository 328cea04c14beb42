using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Users;

internal sealed class NonNumericUserTests() : RuleTest("DL3066")
{
    [TestCase("FROM a\nUSER [|b|]\n")]
    [TestCase("FROM a\nUSER [|b|]:1\n")]
    [TestCase("FROM a\nARG U=b\nUSER [|$U|]\n")]
    [TestCase("FROM a AS b\nUSER [|c|]\nFROM b\n")]
    [TestCase("FROM a\nUSER b\nUSER 1\n")]
    [TestCase("FROM a\nUSER b\nFROM a\nUSER 1:c\n")]
    [TestCase("FROM a\nUSER root\n")]
    [TestCase("FROM a\nUSER $U\n")]
    [TestCase("FROM a\nUSER ContainerUser\n")]
    [TestCase("FROM a\nUSER b\\\\c\n")]
    [TestCase("FROM a\n")]
    public void The_image_ends_with_a_number(string text) => Verify(text);

    [TestCase("USER [|root|]\nUSER [|b:1|]\nUSER 1:b\n")]
    [TestCase("ARG U\nENV V=1\nUSER $U\nUSER [|${V}|]\nUSER [|$W|]\n")]
    public void Hadolint_judges_each_USER(string text) => Verify(text, "behaviour=hadolint");
}
