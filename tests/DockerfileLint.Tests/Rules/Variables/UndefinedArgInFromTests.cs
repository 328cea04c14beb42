using DockerfileLint.Diagnostics;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Variables;

internal sealed class UndefinedArgInFromTests() : RuleTest("DL6005")
{
    [TestCase("ARG MY_ARCH=amd64\nFROM --platform=linux/${[|MYARCH|]} app", "Write 'MY_ARCH' if")]
    [TestCase("FROM app:${[|OTHER|]:-1}", "not declared before the first FROM")]
    [TestCase("FROM app\nARG TAG=1\nFROM app:$[|TAG|]$TAG", "only in an earlier stage")]
    public void The_message_says_why_the_argument_is_empty(string markup, string message)
    {
        DiagnosticMessage found = Verify(markup).Should().ContainSingle().Which.Message;
        $"{found} {found.Help}".Should().Contain(message);
    }

    [TestCase("ARG TAG\nFROM --platform=$BUILDPLATFORM app:$TAG")]
    [TestCase("ARG TAG=1\nFROM app:${TAG} AS base")]
    public void A_declared_argument_is_silent(string markup) => Verify(markup);
}
