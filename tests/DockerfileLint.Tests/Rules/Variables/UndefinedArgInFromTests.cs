using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Variables;

internal sealed class UndefinedArgInFromTests() : RuleTest("DL6005")
{
    [TestCase("ARG MY_ARCH=amd64\nFROM --platform=linux/${[|MYARCH|]} app", "'MY_ARCH' is meant")]
    [TestCase("FROM app:${[|OTHER|]:-1}", "no build argument can change that")]
    [TestCase("FROM app\nARG TAG=1\nFROM app:$[|TAG|]$TAG", "inside an earlier stage")]
    public void The_message_says_why_the_argument_is_empty(string markup, string message) =>
        Verify(markup).Should().ContainSingle().Which.Message.ToString().Should().Contain(message);

    [TestCase("ARG TAG\nFROM --platform=$BUILDPLATFORM app:$TAG")]
    [TestCase("ARG TAG=1\nFROM app:${TAG} AS base")]
    public void A_declared_argument_is_silent(string markup) => Verify(markup);
}
